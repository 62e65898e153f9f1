package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static io.kstash.delivery.file.Lines.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIndexTest {
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
    void saysOfEachLineWhereItCameFromAndWhereItIs() {
        // given
        List<DeliveryRecord> records = List.of(
                record(3, "in/1/40/0", "one\n"),
                record(4, "in/1/41/0", "two\n"),
                record(5, "in/1/41/1", "two, too\n"),
                record(6, "other-in/0/7/2", ""),
                record(7, "nonsense", "who knows"),
                record(8, "in/1/39/0", "back\n"));

        // when
        try (FileDestination destination = single()) {
            destination.write(List.of(new PartitionBatch(1, 9, records)));
        }

        // then
        assertThat(lines())
                .containsExactly(
                        line("in/1/40/0", 0, "one\n"),
                        line("in/1/41/0", 4, "two\n"),
                        line("in/1/41/1", 8, "two, too\n"),
                        line("other-in/0/7/2", 17, ""),
                        line(null, 17, "who knows"),
                        line("in/1/39/0", 26, "back\n"));
    }

    @Test
    void readsAllSourcesAndLengthsBack() {
        // given
        Random random = new Random(7);
        List<DeliveryRecord> records = new ArrayList<>();
        List<IndexedLine> expected = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < 40_000; i++) {
            String source = "in-" + random.nextInt(3) + "/" + random.nextInt(300) + "/"
                    + (random.nextLong() >>> (5 + random.nextInt(58))) + "/" + random.nextInt(1 + random.nextInt(1000));
            String value = "x".repeat(random.nextInt(1 + random.nextInt(500)));
            records.add(record(i, source, value));
            expected.add(line(source, position, value));
            position += value.length();
        }

        // when
        try (FileDestination destination = single()) {
            destination.write(List.of(new PartitionBatch(0, 40_000, records)));
        }

        // then
        assertThat(lines()).isEqualTo(expected);
    }

    @Test
    void knowsTheFilesThatRecordsName() {
        try (FileDestination destination = open(FileDestination.below(folder, "file:3"))) {
            destination.write(List.of(new PartitionBatch(
                    0, 3, List.of(named(0, "a/x.log", "1"), named(1, "b.log", "2"), named(2, "a/x.log", "3")))));
        }

        List<String> lines = new ArrayList<>();
        FileIndex.open(folder, "file:3")
                .lines(line -> lines.add(line.source() + " " + line.file() + " " + line.position()));

        assertThat(lines)
                .containsExactly(
                        "in/0/0/0 " + folder.resolve("a/x.log") + " 0",
                        "in/0/2/0 " + folder.resolve("a/x.log") + " 2",
                        "in/0/1/0 " + folder.resolve("b.log") + " 0");
        assertThat(folder.resolve(".kstash-file_3.index")).isRegularFile();
    }

    @Test
    void knowsHowFarTheDeliveryIs() {
        try (FileDestination destination = single()) {
            destination.write(List.of(batch(0, 0, "a", "b"), batch(1, 10, "x")));

            FileIndex read = FileIndex.open(file);

            assertThat(read.nextOffsets()).isEqualTo(Map.of(0, 2L, 1, 11L));
            assertThat(read.source()).contains(Lines.SOURCE);
        }
    }

    @Test
    void isEmptyWhereNothingWasWritten() {
        FileIndex read = FileIndex.open(file);

        assertThat(read.nextOffsets()).isEmpty();
        assertThat(read.source()).isEmpty();
        read.verify(finding -> assertThat(finding).isNull());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void needsFewBytesForALine() throws IOException {
        try (FileDestination destination = single()) {
            for (int from = 0; from < 100_000; from += 10_000) {
                int first = from;
                String[] lines = new String[10_000];
                Arrays.setAll(lines, i -> "line " + (first + i) + "x".repeat(90));
                destination.write(List.of(batch(0, from, lines)));
            }
        }

        assertThat(Files.size(index)).isLessThan(8 * 100_000);
    }

    private IndexedLine line(@Nullable String source, long position, String value) {
        return Lines.indexed(source, file, position, value);
    }

    private List<IndexedLine> lines() {
        List<IndexedLine> lines = new ArrayList<>();
        FileIndex.open(file).lines(lines::add);
        return lines;
    }

    private FileDestination single() {
        return open(FileDestination.single(file, "output"));
    }
}
