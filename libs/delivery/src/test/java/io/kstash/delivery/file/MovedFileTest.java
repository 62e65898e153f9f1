package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.UsageException;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What logrotate and people do to files: while the delivery runs, and while it does not. */
class MovedFileTest {
    @TempDir
    Path folder;

    private Path file;
    private Path rotated;

    @BeforeEach
    void names() {
        file = folder.resolve("out.log");
        rotated = folder.resolve("out.log.1");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void aFileThatIsMovedAwayIsFollowedByANewOne(boolean running, boolean create) throws IOException {
        // given
        FileDestination destination = single();
        destination.write(List.of(batch(0, 0, "a", "b")));
        FileDestination closed = running ? single() : destination;
        closed.close();

        // when
        Files.move(file, rotated);
        if (create) {
            Files.createFile(file);
        }
        try (FileDestination next = running ? destination : single()) {
            next.write(List.of(batch(0, 2, "c")));
        }

        // then
        assertThat(rotated).hasContent("a\nb");
        assertThat(file).hasContent("c");
        assertThat(findings()).containsExactly("FOUND 0 out.log.1:0", "FOUND 1 out.log.1:2", "FOUND 2 out.log:0");
    }

    @Test
    void allGenerationsAreKnown() throws IOException {
        try (FileDestination destination = single()) {
            for (int i = 0; i < 3; i++) {
                destination.write(List.of(batch(0, 2L * i, "line " + i, "more " + i)));
                Files.move(file, folder.resolve("out.log." + (9 - i)));
            }
            destination.write(List.of(batch(0, 6, "last")));
        }
        Files.writeString(folder.resolve("out.log.8"), "lane 1\nmore 1\n");

        assertThat(findings())
                .containsExactly(
                        "FOUND 0 out.log.9:0",
                        "FOUND 1 out.log.9:7",
                        "FOUND 4 out.log.7:0",
                        "FOUND 5 out.log.7:7",
                        "FOUND 6 out.log:0",
                        "FOUND 3 out.log.8:7",
                        "CHANGED 2 out.log.8:0");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletedFileIsFollowedByANewOne(boolean running) throws IOException {
        // given
        FileDestination destination = single();
        destination.write(List.of(batch(0, 0, "a", "b")));

        // when
        Files.delete(file);
        assertThat(findings()).containsExactly("MISSING 0 out.log:0", "MISSING 1 out.log:2");
        if (!running) {
            destination.close();
            destination = single();
        }
        destination.write(List.of(batch(0, 2, "c")));
        destination.close();

        // then
        assertThat(file).hasContent("c");
        assertThat(findings()).containsExactly("ROTATED 0 out.log:0", "ROTATED 1 out.log:2", "FOUND 2 out.log:0");
    }

    @Test
    void aDeletedDatedFileDoesNotStopTheStart() throws IOException {
        // given
        try (FileDestination destination = below()) {
            destination.write(List.of(batchOf(named(0, "2026-11-22.log", "1"), named(1, "2026-11-23.log", "2"))));
        }
        Files.delete(folder.resolve("2026-11-22.log"));

        // when
        try (FileDestination destination = below()) {
            destination.write(List.of(batchOf(named(2, "2026-11-23.log", "3"))));
        }

        // then
        assertThat(folder.resolve("2026-11-22.log")).doesNotExist();
        assertThat(folder.resolve("2026-11-23.log")).hasContent("2\n3");
    }

    @Test
    void anotherFileThatGotTheInodeIsNotTakenForTheMovedOne() throws IOException {
        // given
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b")));
            Files.move(file, rotated);
            destination.write(List.of(batch(0, 2, "c")));
        }

        // when
        Files.writeString(rotated, "the text of a file that got the inode of one that was deleted\n");

        // then
        assertThat(findings()).containsExactly("ROTATED 0 out.log:0", "ROTATED 1 out.log:2", "FOUND 2 out.log:0");
    }

    /** Its inode is another one then. */
    @Test
    void aFileThatIsRestoredGoesOn() throws IOException {
        // given
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b")));
        }

        // when
        Files.copy(file, rotated);
        Files.move(rotated, file, StandardCopyOption.REPLACE_EXISTING);
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 2, "c")));
        }

        // then
        assertThat(file).hasContent("a\nb\nc");
        assertThat(findings()).containsExactly("FOUND 0 out.log:0", "FOUND 1 out.log:2", "FOUND 2 out.log:4");
    }

    @ParameterizedTest
    @CsvSource({"2, 'bytes 2 to 3'", "0, 'bytes 0 to 3'"})
    void aFileThatWasCutIsRefused(long length, String missing) throws IOException {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b")));
        }
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }

        assertThatThrownBy(this::single)
                .isInstanceOf(UsageException.class)
                .hasMessage(file + " has " + length + " bytes, but 4 were written to it, as its journal " + file
                        + ".kstash-journal says: " + missing + " are missing. Somebody cut it, as logrotate does with"
                        + " copytruncate (use create instead). Restore the file; or, to go on without these lines, move"
                        + " it away; or, to have all records delivered again that Kafka still holds, delete " + file
                        + " and the journal");
        assertThat(file).hasSize(length);
    }

    @Test
    void anotherFileThatIsShorterIsRefused() throws IOException {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b")));
            Files.move(file, rotated);
            Files.writeString(file, "a\n");

            assertThatThrownBy(() -> destination.write(List.of(batch(0, 2, "c"))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("bytes 2 to 3 are missing");
        }
        assertThat(file).hasContent("a");
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }

    private FileDestination below() {
        return open(FileDestination.below(folder, "output"));
    }

    private static PartitionBatch batchOf(DeliveryRecord... records) {
        return new PartitionBatch(0, records[records.length - 1].offset() + 1, List.of(records));
    }

    private List<String> findings() {
        List<String> findings = new ArrayList<>();
        FileIndex.open(file)
                .verify(finding -> findings.add(finding.kind() + " "
                        + finding.line().source().offset() + " "
                        + finding.file().getFileName() + ":" + finding.position()));
        return findings;
    }
}
