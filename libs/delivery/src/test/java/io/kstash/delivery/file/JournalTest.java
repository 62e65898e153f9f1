package io.kstash.delivery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.delivery.DeliverySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final JournalHeader HEADER =
            JournalHeader.of(new DeliverySource("cluster", "topic", "topic-id", "group"), "output");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal");
    }

    @Test
    void remembersWhatWasAppended() throws IOException {
        // given
        try (Journal journal = open()) {
            journal.append(Map.of("a.log", length(0)), 5, Map.of());
            journal.append(Map.of("a.log", length(10), "b.log", length(20)), 7, Map.of(0, 5L));
            journal.append(Map.of(), 7, Map.of(1, 7L));
        }

        // when
        Journal reopened = open();

        // then
        try (reopened) {
            assertThat(reopened.header()).isEqualTo(HEADER);
            assertThat(reopened.files()).isEqualTo(Map.of("a.log", length(10), "b.log", length(20)));
            assertThat(reopened.index()).isEqualTo(7);
            assertThat(reopened.nextOffset(0)).hasValue(5);
            assertThat(reopened.nextOffset(1)).hasValue(7);
            assertThat(reopened.nextOffset(2)).isEmpty();
        }
    }

    /** Cut anywhere in its last entry, or with another byte in it. */
    @Test
    void anEntryThatWasNotWrittenWhollyDoesNotCount() throws IOException {
        append(1, 2);
        long before = Files.size(file);
        append(3);
        byte[] whole = Files.readAllBytes(file);

        for (int length = (int) before; length <= whole.length; length++) {
            byte[] torn = length < whole.length ? Arrays.copyOf(whole, length) : flipped(whole, whole.length - 4);
            Files.write(file, torn);

            try (Journal journal = open()) {
                assertThat(journal.nextOffset(0)).as("cut to %s", length).hasValue(2);
                journal.append(Map.of(), 0, Map.of(0, 4L));
            }
            try (Journal again = open()) {
                assertThat(again.nextOffset(0)).as("written after the cut").hasValue(4);
            }
        }
    }

    @Test
    void garbageAtTheEndIsRemoved() throws IOException {
        append(1);
        byte[] clean = Files.readAllBytes(file);
        Files.writeString(file, "garbage\n".repeat(50), StandardOpenOption.APPEND);

        open().close();

        assertThat(file).hasBinaryContent(clean);
    }

    @Test
    void damageBeforeTheLastEntryIsRefused() throws IOException {
        append(1);
        int first = (int) Files.size(file);
        append(2, 3);

        Files.write(file, flipped(Files.readAllBytes(file), first + 20));

        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessage("The journal " + file + " is damaged at byte " + first);
    }

    @Test
    void aDamagedHeaderIsRefused() throws IOException {
        append(1);

        Files.write(file, flipped(Files.readAllBytes(file), 20));

        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessage("The journal " + file + " is damaged in its first line");
    }

    @Test
    void aMissingEntryIsRefused() throws IOException {
        append(1, 2, 3);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);

        Files.write(file, lines);

        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessage("The journal " + file + " lacks the entry 3");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        Files.write(
                file,
                JournalLine.encode(new JournalHeader(3, "id", "cluster", "topic", "topic-id", "group", "output")));

        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedJournalException.class)
                .hasMessage("The journal " + file + " has format 3, which this kstash cannot read");
    }

    @Test
    void staysSmall() throws IOException {
        // given
        Journal other = open();

        // when
        try (Journal journal = open()) {
            for (long length = 0; length < 10_000; length++) {
                journal.append(Map.of("a.log", length(length)), 0, Map.of(0, length));
            }
        }

        // then
        assertThat(Files.size(file)).isLessThan(300_000);
        other.refresh();
        assertThat(other.file("a.log")).hasValue(length(9_999));
        other.append(Map.of(), 0, Map.of(0, 10_000L));
        other.close();
        try (Journal reopened = open()) {
            assertThat(reopened.nextOffset(0)).hasValue(10_000);
        }
    }

    @Test
    void seesWhatAnotherProcessAppended() throws IOException {
        try (Journal one = open();
                Journal two = open()) {
            one.append(Map.of(), 0, Map.of(0, 5L));
            two.refresh();
            two.append(Map.of(), 0, Map.of(1, 6L));
            one.refresh();

            assertThat(one.nextOffset(1)).hasValue(6);
            assertThat(two.nextOffset(0)).hasValue(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "cut", "replaced"})
    void interferenceIsNoticed(String what) throws IOException {
        append(1);
        try (Journal journal = open()) {
            interfere(what);

            assertThatThrownBy(journal::refresh)
                    .isInstanceOf(DamagedJournalException.class)
                    .hasMessage("The journal " + file + " was " + what + " while this process used it");
        }
    }

    private void interfere(String what) throws IOException {
        switch (what) {
            case "deleted" -> Files.delete(file);
            case "cut" -> Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
            default -> {
                Files.delete(file);
                Journal.open(
                                file,
                                JournalHeader.of(new DeliverySource("cluster", "topic", "topic-id", "group"), "output"),
                                new Disk())
                        .close();
            }
        }
    }

    private static FileState length(long length) {
        return new FileState(length, 1, 2, 3);
    }

    private Journal open() throws IOException {
        return Journal.open(file, HEADER, new Disk());
    }

    private void append(long... nextOffsets) throws IOException {
        try (Journal journal = open()) {
            for (long next : nextOffsets) {
                journal.append(Map.of(), 0, Map.of(0, next));
            }
        }
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] copy = bytes.clone();
        copy[index] ^= 1;
        assertThat(new String(copy, StandardCharsets.UTF_8)).isNotEqualTo(new String(bytes, StandardCharsets.UTF_8));
        return copy;
    }
}
