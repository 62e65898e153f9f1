package io.kstash.delivery.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileDestinationTest {
    private static final DeliverySource SOURCE = new DeliverySource("cluster", "topic", "topic-id", "group");
    private static final DeliverySource ANOTHER_SOURCE = new DeliverySource("cluster", "topic", "another-id", "group");

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

    @ParameterizedTest
    @CsvSource({"2, 'bytes 2 to 3'", "0, 'bytes 0 to 3'"})
    void aShorterFileIsRefused(long length, String missing) throws IOException {
        writeAndClose(0, "a", "b");
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }

        assertThatThrownBy(this::single)
                .isInstanceOf(UsageException.class)
                .hasMessage(file + " has " + length + " bytes, but 4 were written to it, as its journal " + journal
                        + " says: " + missing
                        + " are missing. Restore the file; or, to have all records delivered again that Kafka still holds,"
                        + " delete " + file + " and the journal");
        assertThat(file).hasSize(length);
    }

    @Test
    void aDeletedFileIsFollowedByANewOne() throws IOException {
        writeAndClose(0, "a", "b");
        Files.delete(file);

        writeAndClose(2, "c");

        assertThat(file).hasContent("c");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cluster | topic | topic-id | other | FILE belongs to output output of group group (topic topic), not to output output of group other (topic topic), as the journal JOURNAL says. Choose another path; or, if that owner is gone, START
            cluster | other | topic-id | group | FILE belongs to output output of group group (topic topic), not to output output of group group (topic other), as the journal JOURNAL says. Choose another path; or, if that owner is gone, START
            """)
    void anotherSourceIsRefused(String cluster, String topic, String topicId, String group, String message)
            throws IOException {
        writeAndClose(0, "a");
        Files.writeString(file, "tail", StandardOpenOption.APPEND);
        FileDestination destination = FileDestination.single(file, "output");

        assertThatThrownBy(() -> destination.open(new DeliverySource(cluster, topic, topicId, group)))
                .isInstanceOf(UsageException.class)
                .hasMessage(message.replace("START", "move FILE away and delete JOURNAL")
                        .replace("FILE", file.toString())
                        .replace("JOURNAL", journal.toString()));
        assertThat(file).hasContent("a\ntail");
        destination.close();
    }

    @Test
    void whatComesFromATopicThatWasCreatedAgainIsAppended() throws IOException {
        // given
        writeAndClose(0, "a", "b");
        Files.writeString(file, "not acknowledged", StandardOpenOption.APPEND);
        FileDestination destination = FileDestination.single(file, "output");

        // when
        destination.open(ANOTHER_SOURCE);

        // then
        try (destination) {
            assertThat(destination.nextOffset(0, OptionalLong.of(99))).isEmpty();
            destination.write(List.of(batch(0, 0, "c")));
        }
        assertThat(file).hasContent("a\nb\nc");
    }

    @Test
    void aSourceThatComesBackGoesOnWhereItWas() throws IOException {
        // given
        writeAndClose(0, "a", "b");
        try (FileDestination another = FileDestination.single(file, "output")) {
            another.open(ANOTHER_SOURCE);
            another.write(List.of(batch(0, 0, "c", "d", "e")));
        }

        // when
        FileDestination back = single();

        // then
        try (back) {
            assertThat(back.nextOffset(0, OptionalLong.empty())).hasValue(2);
            back.write(List.of(batch(0, 2, "f")));
        }
        assertThat(file).hasContent("a\nb\nc\nd\ne\nf");
    }

    @Test
    void aProcessWhoseJournalWasHandedOverWritesNothing() throws IOException {
        // given
        FileDestination former = single();
        former.write(List.of(batch(0, 0, "a")));
        try (FileDestination another = FileDestination.single(file, "output")) {
            another.open(ANOTHER_SOURCE);
        }

        // when / then
        assertThatThrownBy(() -> former.write(List.of(batch(0, 1, "b"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("was replaced while this process used it");
        assertThat(file).hasContent("a");
        former.close();
    }

    @Test
    void anotherOutputIsRefused() {
        writeAndClose(0, "a");

        assertThatThrownBy(() -> open(FileDestination.single(file, "another")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("belongs to output output of group group (topic topic), not to output another");
    }

    @Test
    void aDamagedJournalIsRefused() throws IOException {
        writeAndClose(0, "a");
        Files.writeString(journal, "nonsense\n");

        assertThatThrownBy(this::single)
                .isInstanceOf(UsageException.class)
                .hasMessage("The journal " + journal + " is damaged in its first line. Restore it together with " + file
                        + "; or, to have all records delivered again that Kafka still holds, move " + file
                        + " away and delete " + journal);
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

    @Test
    void processesOfAGroupShareTheFile() throws IOException {
        try (FileDestination one = single();
                FileDestination two = single()) {
            one.write(List.of(batch(0, 0, "a0")));
            two.write(List.of(batch(1, 0, "b0")));
            one.write(List.of(batch(0, 1, "a1")));

            assertThat(two.nextOffset(0, OptionalLong.empty())).hasValue(2);
        }
        assertThat(file).hasContent("a0\nb0\na1\n");
    }

    @Test
    void severalProcessesWriteAtTheSameTime() throws Exception {
        // given
        int records = 200;
        List<Process> processes = new ArrayList<>();

        // when
        for (int partition = 0; partition < 3; partition++) {
            processes.add(writeAPartition(partition, records));
        }

        // then
        for (Process process : processes) {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3 * records);
        for (int partition = 0; partition < 3; partition++) {
            String prefix = partition + "-";
            assertThat(lines.stream().filter(line -> line.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, records)
                            .mapToObj(number -> prefix + number)
                            .toList());
        }
    }

    private Process writeAPartition(int partition, int records) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteAPartition.class.getName(),
                        file.toString(),
                        String.valueOf(partition),
                        String.valueOf(records))
                .inheritIO()
                .start();
    }

    @Test
    void aProcessThatSleptWhileItsPartitionMovedOnWritesNothingTwice() throws IOException {
        try (FileDestination sleeper = single();
                FileDestination successor = single()) {
            sleeper.write(List.of(batch(0, 0, "a")));
            successor.write(List.of(batch(0, 1, "b", "c")));

            long written = sleeper.write(List.of(batch(0, 1, "b", "c", "d")));

            assertThat(written).isEqualTo(1);
            assertThat(sleeper.write(List.of(batch(0, 1, "b")))).isZero();
            assertThat(successor.nextOffset(0, OptionalLong.empty())).hasValue(4);
        }
        assertThat(file).hasContent("a\nb\nc\nd\n");
    }

    @Test
    void whatAnotherProcessLeftBehindIsCutBeforeTheNextWrite() throws IOException {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a")));
            Files.writeString(file, "killed before it was journalled\n", StandardOpenOption.APPEND);

            destination.write(List.of(batch(0, 1, "b")));
        }

        assertThat(file).hasContent("a\nb\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void powerLossLosesAndDoublesNothing(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        for (int run = 0; run < 20; run++) {
            try (FileDestination destination = single()) {
                int next = (int) destination.nextOffset(0, OptionalLong.empty()).orElse(0);
                // What was not journalled comes again.
                for (int write = random.nextInt(4); write >= 0; write--) {
                    String[] lines = random.ints(1 + random.nextInt(5), 0, 1_000_000)
                            .mapToObj(number -> "line " + number)
                            .toArray(String[]::new);
                    destination.write(List.of(batch(0, next, lines)));
                    expected.addAll(List.of(lines));
                    next += lines.length;
                }
            }
            losePower(random, expected);
        }
        try (FileDestination destination = single()) {
            assertThat(destination.nextOffset(0, OptionalLong.empty())).hasValue(expected.size());
        }
        assertThat(Files.readAllLines(file)).isEqualTo(expected);
    }

    /** The disk has what was synced, and anything or nothing of what came after. */
    private void losePower(Random random, List<String> expected) throws IOException {
        byte[] entries = Files.readAllBytes(journal);
        byte[] tail = new byte[random.nextInt(200)];
        random.nextBytes(tail);
        switch (random.nextInt(3)) {
            case 0 -> Files.write(file, tail, StandardOpenOption.APPEND);
            case 1 -> { // The last entry was not synced yet: its lines may be there or not.
                Files.write(journal, Arrays.copyOf(entries, entries.length - 1 - random.nextInt(30)));
                forgetLastWrite(random, expected);
            }
            default -> Files.write(journal, tail, StandardOpenOption.APPEND);
        }
    }

    private void forgetLastWrite(Random random, List<String> expected) throws IOException {
        try (Journal before = Journal.open(journal, JournalHeader.of(SOURCE, "output"))) {
            long synced = before.file("out.log").map(FileState::length).orElse(0L);
            long there = Files.size(file);
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.truncate(synced + random.nextInt((int) (there - synced) + 1));
            }
            int next = (int) before.nextOffset(0).orElse(0);
            expected.subList(next, expected.size()).clear();
        }
    }

    @Test
    void recordsNameTheirFiles() throws IOException {
        // given
        Path root = folder.resolve("by/type");

        // when
        try (FileDestination destination = open(FileDestination.below(root, "file:3"))) {
            destination.write(List.of(new PartitionBatch(
                    0,
                    4,
                    List.of(
                            named(0, "a/x.log", "1"),
                            named(1, root.resolve("b.log").toString(), "2"),
                            named(2, "a/x.log", "3"),
                            named(3, "c/../b.log", "4")))));
        }

        // then
        assertThat(root.resolve("a/x.log")).hasContent("1\n3\n");
        assertThat(root.resolve("b.log")).hasContent("2\n4\n");
        assertThat(root.resolve(".kstash-file_3.journal")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.log",
                "a/../../outside.log",
                "ABSOLUTE/outside.log",
                "",
                ".",
                "nul\0.log",
                ".kstash-output.journal",
                "some.log.kstash-journal",
                "some.log.kstash-lock",
                "folder",
                "file.log/below.log",
                "LONG",
                "DEEP"
            })
    void aPathThatCannotBeUsedGoesToTheFailures(String path) throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        Files.createDirectory(root.resolve("folder"));
        Files.createFile(root.resolve("file.log"));
        String used = path.replace("ABSOLUTE", folder.toString())
                .replace("LONG", "x".repeat(256))
                .replace("DEEP", "x/".repeat(2048) + "x");

        try (FileDestination destination = open(FileDestination.below(root, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 1, List.of(named(0, used, "1")))));
        }

        assertThat(root.resolve("_filepath_failures")).hasContent("1\n");
        assertThat(folder.resolve("outside.log")).doesNotExist();
    }

    @Test
    void aPathBelowAFileOfTheSameBatchGoesToTheFailures() throws IOException {
        try (FileDestination destination = open(FileDestination.below(folder, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 2, List.of(named(0, "a", "1"), named(1, "a/b", "2")))));
        }

        assertThat(folder.resolve("a")).hasContent("1\n");
        assertThat(folder.resolve("_filepath_failures")).hasContent("2\n");
    }

    @Test
    void aShorterFileAmongManyIsRefusedBeforeAnyIsCut() throws IOException {
        // given
        try (FileDestination destination = open(FileDestination.below(folder, "output"))) {
            destination.write(List.of(new PartitionBatch(0, 2, List.of(named(0, "a", "1"), named(1, "b", "2")))));
        }
        Files.writeString(folder.resolve("b"), "", StandardOpenOption.TRUNCATE_EXISTING);
        Files.writeString(folder.resolve("a"), "tail", StandardOpenOption.APPEND);

        // when, then
        assertThatThrownBy(() -> open(FileDestination.below(folder, "output")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(folder.resolve("b") + " has 0 bytes, but 2 were written")
                .hasMessageEndingWith("delete its files in " + folder + " and the journal");
        assertThat(folder.resolve("a")).hasContent("1\ntail");
    }

    /** One output's file is another's, in each combination of single and named files. */
    @ParameterizedTest
    @CsvSource({"single, named", "named, single", "named, above", "above, named"})
    void aFileOfAnotherOutputIsRefused(String first, String second) throws IOException {
        // given
        try (FileDestination destination = open(sharing(first, "one"))) {
            destination.write(List.of(new PartitionBatch(0, 1, List.of(named(0, pathIn(first), "1")))));
        }

        // when, then
        try (FileDestination destination = open(sharing(second, "two"))) {
            assertThatThrownBy(() -> destination.write(
                            List.of(new PartitionBatch(0, 1, List.of(named(0, pathIn(second), "2"))))))
                    .isInstanceOf(UsageException.class)
                    .hasMessageStartingWith(
                            folder.resolve("below/out.log") + " is written by another output, as the journal ")
                    .hasMessageEndingWith(
                            ". Give each output files of its own; or, if that output is gone, move its files"
                                    + " away and delete that journal");
        }
        assertThat(folder.resolve("below/out.log")).hasContent("1\n");
    }

    private FileDestination sharing(String kind, String name) {
        return switch (kind) {
            case "single" -> FileDestination.single(folder.resolve("below/out.log"), name);
            case "named" -> FileDestination.below(folder.resolve("below"), name);
            default -> FileDestination.below(folder, name);
        };
    }

    private static String pathIn(String kind) {
        return kind.equals("above") ? "below/out.log" : "out.log";
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }

    private static FileDestination open(FileDestination destination) {
        try {
            destination.open(SOURCE);
            return destination;
        } catch (RuntimeException e) {
            destination.close();
            throw e;
        }
    }

    private void writeAndClose(long from, String... lines) {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, from, lines)));
        }
    }

    private static PartitionBatch batch(int partition, long from, String... lines) {
        List<DeliveryRecord> records = new ArrayList<>();
        for (String line : lines) {
            records.add(new DeliveryRecord(from + records.size(), Optional.empty(), null, bytes(line)));
        }
        return new PartitionBatch(partition, from + lines.length, records);
    }

    private static DeliveryRecord named(long offset, String path, String line) {
        return new DeliveryRecord(offset, Optional.of(path), null, bytes(line));
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
