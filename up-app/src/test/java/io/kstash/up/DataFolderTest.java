package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void freshDeletesWhatAnEarlierRunLeft() throws IOException {
        Path data = folder.resolve("run");
        open(data, false).close();
        Path left = Files.createDirectories(data.resolve("kafka/node-1")).resolve("left.log");
        Files.writeString(left, "old");

        open(data, true).close();

        assertThat(left).doesNotExist();
        assertThat(data.resolve("kafka")).doesNotExist();
        assertThat(data.resolve("logs")).isDirectory();
    }

    @Test
    void withoutFreshAllStays() throws IOException {
        open(folder, false).close();
        Path left = Files.writeString(folder.resolve("kafka_output.log"), "old");

        open(folder, false).close();

        assertThat(left).hasContent("old");
    }

    @Test
    void freshNeverTouchesAFolderWithSomebodysFiles() throws IOException {
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        open(folder, false).close();

        assertThatThrownBy(() -> open(folder, true))
                .isInstanceOf(UsageException.class)
                .hasMessage(folder + " does not look like kstash's data (there is no file .kstash in it):"
                        + " delete it yourself, or choose another folder with --data");

        assertThat(precious).hasContent("years of work");
    }

    @Test
    void freshDeletesInTheCheckoutsOwnFolderButNotWhatGitKeeps() throws IOException {
        Path checkoutData = folder.resolve("data");
        Files.createDirectories(checkoutData);
        Path ignore = Files.writeString(checkoutData.resolve(".gitignore"), "*");
        Path left = Files.writeString(checkoutData.resolve("kafka_output.log"), "old");

        open(checkoutData, true).close();

        assertThat(left).doesNotExist();
        assertThat(ignore).hasContent("*");
    }

    @Test
    void freshFollowsNoLinks() throws IOException {
        Path data = folder.resolve("run");
        Path precious = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        open(data, false).close();
        Files.createSymbolicLink(data.resolve("link"), folder);

        open(data, true).close();

        assertThat(precious).hasContent("years of work");
        assertThat(data.resolve("link")).doesNotExist();
    }

    @Test
    void twoRunsCannotShareIt() {
        try (DataFolder first = open(folder, false)) {
            assertThatThrownBy(() -> open(folder, true))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("Another run of up uses " + first.root()
                            + ": stop it, or choose another folder with --data");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> open(file.resolve("data"), false))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot write to " + file.resolve("data"))
                .hasMessageContaining("--data");
    }

    private DataFolder open(Path data, boolean fresh) {
        return DataFolder.open(data, folder.resolve("data"), fresh);
    }
}
