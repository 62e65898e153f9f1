package io.kstash.delivery.file;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.PartitionBatch;
import io.kstash.ledger.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Records for a destination, and the destination that gets them. */
final class Lines {
    static final DeliverySource SOURCE = new DeliverySource("cluster", "topic", "topic-id", "group");

    private Lines() {}

    static FileDestination open(FileDestination destination) {
        try {
            destination.open(SOURCE);
            return destination;
        } catch (RuntimeException e) {
            destination.close();
            throw e;
        }
    }

    /** A line for each text; the input has the same partitions and offsets as the deliveries. */
    static PartitionBatch batch(int partition, long from, String... lines) {
        List<DeliveryRecord> records = new ArrayList<>();
        for (String line : lines) {
            long offset = from + records.size();
            records.add(record(offset, "in/" + partition + "/" + offset + "/0", line + "\n"));
        }
        return new PartitionBatch(partition, from + lines.length, records);
    }

    /** These exact bytes. */
    static DeliveryRecord record(long offset, String source, String value) {
        return new DeliveryRecord(
                offset,
                Optional.empty(),
                source.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }

    /** For the file of this path. */
    static DeliveryRecord named(long offset, String path, String line) {
        return new DeliveryRecord(
                offset,
                Optional.of(path),
                ("in/0/" + offset + "/0").getBytes(StandardCharsets.UTF_8),
                (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What an index says of these bytes. */
    static IndexedLine indexed(@Nullable String source, Path file, long position, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        Source parsed = source == null ? null : Source.parse(source).orElseThrow();
        return new IndexedLine(parsed, file, position, bytes.length, (int) crc.getValue());
    }
}
