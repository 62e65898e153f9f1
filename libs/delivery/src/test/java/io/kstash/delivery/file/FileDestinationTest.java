package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDestinationTest {
    @TempDir
    Path folder;

    private Path file;
    private Path journal;

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
        journal = folder.resolve("out.log.kstash-journal");
    }

    @Test
    void appendsAndKnowsWhereToGoOn() throws IOException {
        // given
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b"), batch(1, 10, "x")));
            destination.write(List.of(batch(0, 2, "c")));
        }

        // when
        FileDestination reopened = single();

        // then
        try (reopened) {
            assertThat(file).hasContent("a\nb\nx\nc");
            assertThat(reopened.nextOffset(0, OptionalLong.of(99))).hasValue(3);
            assertThat(reopened.nextOffset(1, OptionalLong.empty())).hasValue(11);
            assertThat(reopened.nextOffset(2, OptionalLong.of(99))).isEmpty();
        }
    }

    @Test
    void aRangeWithoutRecordsMovesThePosition() {
        try (FileDestination destination = single()) {
            assertThat(destination.write(List.of(new PartitionBatch(0, 50, List.of()))))
                    .isZero();
        }

        try (FileDestination reopened = single()) {
            assertThat(reopened.nextOffset(0, OptionalLong.empty())).hasValue(50);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void linesBehindTheJournalWereNotAcknowledgedAndAreCut() throws IOException {
        writeAndClose(0, "a");
        Files.writeString(file, "half a li", StandardOpenOption.APPEND);

        try (FileDestination reopened = single()) {
            assertThat(file).hasContent("a\n");
            reopened.write(List.of(batch(0, 1, "b")));
        }

        assertThat(file).hasContent("a\nb\n");
    }

    @Test
    void theContentOfAnExistingFileIsKeptAlsoWhenTheFirstWriteIsTorn() throws IOException {
        // given
        Files.writeString(file, "former\n");
        writeAndClose(0, "a");
        byte[] lines = Files.readAllBytes(journal);

        // when the process dies before the first lines are journalled
        Files.write(journal, Arrays.copyOf(lines, lines.length - 1));
        writeAndClose(0, "a");

        // then
        assertThat(file).hasContent("former\na\n");
    }

    @Test
    void aFileThatIsCutWhileItIsUsedStopsTheDelivery() throws IOException {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b")));
            Files.writeString(file, "a");

            assertThatThrownBy(() -> destination.write(List.of(batch(0, 2, "c"))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("bytes 1 to 3 are missing");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() {
        Path impossible = Path.of("/proc/no-such-folder/out.log");

        assertThatThrownBy(() -> open(FileDestination.single(impossible, "output")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("Cannot write to /proc/no-such-folder (")
                .hasMessageEndingWith("make it writable, or choose another path");
    }

    @Test
    void aFailedWriteSaysSo() throws IOException {
        try (FileDestination destination = single()) {
            Files.createDirectory(file);

            assertThatThrownBy(() -> destination.write(List.of(batch(0, 0, "a"))))
                    .isInstanceOf(FailedException.class)
                    .hasMessageStartingWith("Cannot write to " + folder + " (")
                    .hasMessageEndingWith("check the disk. The next start goes on behind the last record that is safe");
        }
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }

    private void writeAndClose(long from, String... lines) {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, from, lines)));
        }
    }
}
