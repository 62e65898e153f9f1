package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import java.io.IOException;
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

/** An index that is not as it was left, or not there. */
class DamagedIndexTest {
    @TempDir
    Path folder;

    private Path file;
    private Path index;

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
        index = folder.resolve("out.log.kstash-index");
    }

    @Test
    void whatIsBehindTheJournalledLengthIsCut() throws IOException {
        // given
        write(0, "a");
        byte[] journalled = Files.readAllBytes(index);
        Files.writeString(index, "was not acknowledged", StandardOpenOption.APPEND);

        // when
        single().close();

        // then
        assertThat(index).hasBinaryContent(journalled);
        write(1, "b");
        assertThat(lines()).containsExactly(line("in/0/0/0", 0, "a\n"), line("in/0/1/0", 2, "b\n"));
    }

    @Test
    void aShorterIndexIsRefused() throws IOException {
        write(0, "a");
        long length = Files.size(index);
        Files.write(index, Arrays.copyOf(Files.readAllBytes(index), 7));

        assertThatThrownBy(this::single)
                .isInstanceOf(UsageException.class)
                .hasMessage(index + " has 7 bytes, but " + length + " were written to it, as its journal " + file
                        + ".kstash-journal says: bytes 7 to " + (length - 1)
                        + " are missing. Restore the index; or, to go on without a check of what was written up to now,"
                        + " delete it");
    }

    @Test
    void aDeletedIndexBeginsAgainWhereTheFileStands() throws IOException {
        // given
        write(0, "a", "b");
        Files.delete(index);

        // when
        write(2, "c");

        // then
        assertThat(file).hasContent("a\nb\nc");
        assertThat(lines()).containsExactly(line("in/0/2/0", 4, "c\n"));
    }

    @Test
    void aJournalOfBeforeThereWasAnIndexGoesOn() throws IOException {
        // given
        JournalHeader header = JournalHeader.of(Lines.SOURCE, "output");
        Files.writeString(file, "former\nlines\nnot acknowledged");
        Path journal = Files.write(
                folder.resolve("out.log.kstash-journal"),
                JournalLine.encode(
                        new JournalHeader(1, header.id(), "cluster", "topic", "topic-id", "group", "output")));
        Files.write(
                journal,
                JournalLine.encode(new FormerEntry(1, Map.of("out.log", 13L), Map.of(0, 5L))),
                StandardOpenOption.APPEND);

        // when
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 4, "no", "c")));
        }

        // then
        assertThat(file).hasContent("former\nlines\nc");
        assertThat(lines()).containsExactly(line("in/0/5/0", 13, "c\n"));
    }

    @Test
    void damageIsNamed() throws IOException {
        write(0, "a");
        byte[] bytes = Files.readAllBytes(index);
        bytes[20] ^= 1;
        Files.write(index, bytes);

        assertThatThrownBy(this::lines)
                .isInstanceOf(FailedException.class)
                .hasMessage("The index " + index
                        + " is damaged at byte 0: restore it. Until then, what was written cannot be checked");
    }

    @Test
    void anIndexThatIsNotThereIsNamed() throws IOException {
        write(0, "a");
        Files.delete(index);

        assertThatThrownBy(this::lines)
                .isInstanceOf(FailedException.class)
                .hasMessage(
                        "The index " + index + " was deleted or moved away: put it back. Without it, what was written"
                                + " up to now cannot be checked; the transformer begins another one with the next line");
    }

    private record FormerEntry(long sequence, Map<String, Long> files, Map<Integer, Long> offsets) {}

    private IndexedLine line(String source, long position, String value) {
        return Lines.indexed(source, file, position, value);
    }

    private List<IndexedLine> lines() {
        List<IndexedLine> lines = new ArrayList<>();
        FileIndex.open(file).lines(lines::add);
        return lines;
    }

    private void write(long from, String... lines) {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, from, lines)));
        }
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }
}
