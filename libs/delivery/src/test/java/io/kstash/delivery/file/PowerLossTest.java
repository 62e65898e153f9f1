package io.kstash.delivery.file;

import static io.kstash.delivery.file.Lines.named;
import static io.kstash.delivery.file.Lines.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power goes at any byte that is written to a log, the index or the journal. What was not synced then is on the disk, or
 * a part of it, or zeros; behind it may be anything.
 */
class PowerLossTest {
    private static final int LOSSES = 60;
    private static final int FILES = 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void losesAndDoublesNothing(long seed) throws IOException {
        // given
        Random random = new Random(seed);
        long end = 0;

        // when
        for (int loss = 0; loss < LOSSES; loss++) {
            end = writeUntilPowerIsLost(end, random);
            leaveGarbage(random);
        }
        try (FileDestination destination = destination(new Disk())) {
            destination.write(List.of(
                    batch(destination.nextOffset(0, OptionalLong.empty()).orElse(0), end)));
        }

        // then
        assertThat(end).isGreaterThan(LOSSES);
        for (int number = 0; number < FILES; number++) {
            assertThat(folder.resolve(number + ".log")).hasContent(content(number, end));
        }
        requireAllIndexed(end);
    }

    /** Returns how far it came, or tried to come. */
    private long writeUntilPowerIsLost(long end, Random random) {
        long to = end;
        try (FileDestination destination = destination(new FailingDisk(random))) {
            long next = destination.nextOffset(0, OptionalLong.empty()).orElse(0);
            assertThat(next).isLessThanOrEqualTo(end);
            while (true) {
                to = next + 1 + random.nextInt(8);
                destination.write(List.of(batch(next, to)));
                next = to;
            }
        } catch (FailedException | UsageException powerLost) {
            assertThat(powerLost).hasMessageContaining("power lost");
            return Math.max(to, end);
        }
    }

    /** Each on its own: what a longer write left that was cut, but not yet synced. */
    private void leaveGarbage(Random random) throws IOException {
        List<Path> all;
        try (var paths = Files.list(folder)) {
            all = paths.filter(path -> !path.toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
        for (Path path : all) {
            boolean begun = Files.size(path) > 0; // Whatever an empty one gets was there before us.
            if (begun && random.nextInt(4) == 0) {
                byte[] garbage = new byte[random.nextInt(100)];
                random.nextBytes(garbage);
                Files.write(path, garbage, StandardOpenOption.APPEND);
            }
        }
    }

    private void requireAllIndexed(long end) {
        List<Long> offsets = new ArrayList<>();
        FileIndex.open(folder, "output").verify(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.FOUND);
            offsets.add(finding.line().source().offset());
        });
        assertThat(offsets.stream().sorted().toList())
                .isEqualTo(LongStream.range(0, end).boxed().toList());
    }

    private FileDestination destination(Disk disk) {
        return open(new FileDestination(FileLayout.below(folder, "output"), "output", disk));
    }

    private static PartitionBatch batch(long from, long to) {
        List<DeliveryRecord> records = LongStream.range(from, to)
                .mapToObj(offset -> named(offset, offset % FILES + ".log", "line " + offset))
                .toList();
        return new PartitionBatch(0, to, records);
    }

    private static String content(int number, long end) {
        StringBuilder content = new StringBuilder();
        LongStream.range(0, end)
                .filter(offset -> offset % FILES == number)
                .forEach(offset -> content.append("line ").append(offset).append('\n'));
        return content.toString();
    }

    /** Fails after some bytes; a part of what was not synced is lost then. */
    private static final class FailingDisk extends Disk {
        private final Random random;
        private long room;
        private long unsynced = -1;

        FailingDisk(Random random) {
            this.random = random;
            this.room = random.nextInt(4000);
        }

        @Override
        int writeSome(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
            if (unsynced < 0) {
                unsynced = position;
            }
            int some = (int) Math.min(room, bytes.remaining());
            int done = super.writeSome(channel, bytes.slice(bytes.position(), some), position);
            bytes.position(bytes.position() + done);
            room -= done;
            if (room == 0) {
                lose(channel, position + done);
                throw new IOException("power lost");
            }
            return done;
        }

        private void lose(FileChannel channel, long end) throws IOException {
            long kept = unsynced + random.nextInt((int) (end - unsynced) + 1);
            if (random.nextBoolean()) {
                channel.truncate(kept);
            } else {
                channel.write(ByteBuffer.allocate((int) (end - kept)), kept);
            }
        }

        @Override
        void sync(FileChannel channel) throws IOException {
            super.sync(channel);
            unsynced = -1;
        }
    }
}
