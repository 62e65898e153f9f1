package io.kstash.delivery.file;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.PartitionBatch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the records of one partition, one at a time, in a process of its own. */
final class WriteAPartition {
    private WriteAPartition() {}

    /** Arguments: file, partition, how many records. */
    public static void main(String[] args) {
        int partition = Integer.parseInt(args[1]);
        try (FileDestination destination = FileDestination.single(Path.of(args[0]), "output")) {
            destination.open(new DeliverySource("cluster", "topic", "topic-id", "group"));
            for (int offset = 0; offset < Integer.parseInt(args[2]); offset++) {
                byte[] line = (partition + "-" + offset + "\n").getBytes(StandardCharsets.UTF_8);
                destination.write(List.of(new PartitionBatch(
                        partition, offset + 1L, List.of(new DeliveryRecord(offset, Optional.empty(), null, line)))));
            }
        }
    }
}
