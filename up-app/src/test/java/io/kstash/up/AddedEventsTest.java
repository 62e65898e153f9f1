package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedEventsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("events.log");
    }

    @Test
    void countsLinesThatCameAfterTheBaseline() throws IOException {
        append("{\"id\":1}\n{\"id\":2}\n");
        AddedEvents events = new AddedEvents(file);

        append("{\"id\":3}\n");
        assertThat(events.count()).isEqualTo(1);

        append("{\"id\":4}\n{\"id\"");
        assertThat(events.count()).isEqualTo(2);

        append(":5}\n");
        assertThat(events.count()).isEqualTo(3);
    }

    @Test
    void aFileMayComeLater() throws IOException {
        AddedEvents events = new AddedEvents(file);
        assertThat(events.count()).isZero();

        append("plain text\n");

        assertThat(events.count()).isEqualTo(1);
    }

    @Test
    void withoutNewlinesItCountsJsonObjects() throws IOException {
        AddedEvents events = new AddedEvents(file);

        append("{\"a\":{\"b\":\"}{\"}}{\"c\":\"\\\"{\"}{\"open\":1");

        assertThat(events.count()).isEqualTo(2);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
