package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.batch;
import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DestinationFullException;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that finds no room changes nothing, wherever it ends, and succeeds in the same process once there is room. */
class FullDiskTest {
    @TempDir
    Path folder;

    /** The disk is full after each number of bytes, from none to all that the writes need. */
    @Test
    void goesOnWhereverItEnds() throws IOException {
        long needed = needed();
        for (long room = 0; room < needed; room += 7) {
            Path root = Files.createDirectory(folder.resolve("room-" + room));
            LimitedDisk disk = new LimitedDisk();
            try (FileDestination destination = open(below(root, disk))) {
                destination.write(List.of(first()));
                disk.room = room;
                FileIndex before = FileIndex.open(root, "output");

                assertThatThrownBy(() -> destination.write(List.of(second())))
                        .as("room for %s bytes", room)
                        .isInstanceOf(DestinationFullException.class)
                        .hasMessage("The disk of " + root + " is full (No space left on device): make room");

                assertThat(FileIndex.open(root, "output").nextOffsets()).isEqualTo(before.nextOffsets());
                assertThat(root.resolve("a.log")).hasContent("a1\n");
                disk.room = Long.MAX_VALUE;
                assertThat(destination.write(List.of(second()))).isEqualTo(3);
                assertThat(destination.write(List.of(batchOf(named(4, "b.log", "b3")))))
                        .isEqualTo(1);
            }
            requireAllOnce(root);
        }
    }

    private long needed() throws IOException {
        LimitedDisk disk = new LimitedDisk();
        Path root = Files.createDirectory(folder.resolve("enough"));
        try (FileDestination destination = open(below(root, disk))) {
            destination.write(List.of(first()));
            long before = disk.written;
            destination.write(List.of(second()));
            return disk.written - before;
        }
    }

    private static void requireAllOnce(Path root) {
        assertThat(root.resolve("a.log")).hasContent("a1\na2");
        assertThat(root.resolve("b.log")).hasContent("b1\nb2\nb3");
        List<Finding.Kind> findings = new ArrayList<>();
        FileIndex.open(root, "output").verify(finding -> findings.add(finding.kind()));
        assertThat(findings).hasSize(5).containsOnly(Finding.Kind.FOUND);
    }

    /** The journal is made short now and then. */
    @Test
    void aJournalThatCannotBeReplacedStays() throws IOException {
        LimitedDisk disk = new LimitedDisk();
        try (FileDestination destination =
                open(new FileDestination(FileLayout.single(folder.resolve("out.log")), "output", disk))) {
            long full = 0;
            for (int i = 0; i < 5000; i++) {
                PartitionBatch line = batch(0, i, "x");
                disk.room = 500;
                try {
                    destination.write(List.of(line));
                } catch (DestinationFullException e) {
                    full++;
                    disk.room = Long.MAX_VALUE;
                    assertThat(folder.resolve("out.log.kstash-journal.new")).doesNotExist();
                    destination.write(List.of(line));
                }
            }
            assertThat(full).isPositive();
        }
        assertThat(Files.readAllLines(folder.resolve("out.log"))).hasSize(5000);
    }

    @Test
    void onARealFileSystem() throws Exception {
        // given
        Path mounted = Files.createDirectory(folder.resolve("mounted"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", mounted.toString()))
                .as("only root may mount; goesOnWhereverItEnds covers the rest")
                .isZero();
        try {
            Path file = mounted.resolve("out.log");
            Path other = mounted.resolve("other");
            try (FileDestination destination = open(FileDestination.single(file, "output"))) {
                destination.write(List.of(batch(0, 0, "first")));
                Files.write(other, new byte[80_000]);
                PartitionBatch large = batch(0, 1, "x".repeat(40_000), "y".repeat(20_000));

                // when
                assertThatThrownBy(() -> destination.write(List.of(large)))
                        .isInstanceOf(DestinationFullException.class);
                assertThat(file).hasContent("first");
                Files.delete(other);
                destination.write(List.of(large));
            }

            // then
            assertThat(file).hasContent("first\n" + "x".repeat(40_000) + "\n" + "y".repeat(20_000));
        } finally {
            run("umount", mounted.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private static FileDestination below(Path root, Disk disk) {
        return new FileDestination(FileLayout.below(root, "output"), "output", disk);
    }

    private static PartitionBatch first() {
        return batchOf(named(0, "a.log", "a1"));
    }

    /** To a file that is known and to one that is new. */
    private static PartitionBatch second() {
        return batchOf(named(1, "b.log", "b1"), named(2, "a.log", "a2"), named(3, "b.log", "b2"));
    }

    private static PartitionBatch batchOf(DeliveryRecord... records) {
        return new PartitionBatch(0, records[records.length - 1].offset() + 1, List.of(records));
    }

    private static final class LimitedDisk extends Disk {
        private long room = Long.MAX_VALUE;
        private long written;

        @Override
        int writeSome(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            int some = (int) Math.min(room, bytes.remaining());
            int done = super.writeSome(channel, bytes.slice(bytes.position(), some), position);
            bytes.position(bytes.position() + done);
            room -= done;
            written += done;
            return done;
        }
    }
}
