package io.kstash.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A destination, and what is collected for its next write. For one thread. */
final class Outlet {
    private final Destination destination;
    private final Map<Integer, Collected> partitions = new HashMap<>();

    Outlet(Destination destination) {
        this.destination = destination;
    }

    Destination destination() {
        return destination;
    }

    /**
     * Takes a partition on.
     *
     * @param oldest the first offset that the partition still has
     * @return the offset from which this outlet wants its records
     */
    long start(int partition, OptionalLong committed, long oldest) {
        long start = destination.nextOffset(partition, committed).orElse(oldest);
        partitions.put(partition, new Collected(start, new ArrayList<>()));
        return start;
    }

    /** Whether it wants records of a partition below this offset. */
    boolean wantsBelow(int partition, long offset) {
        Collected collected = partitions.get(partition);
        return collected != null && collected.start() < offset;
    }

    /** Gives a partition up, with what is not written yet. */
    void forget(int partition) {
        partitions.remove(partition);
    }

    /** Collects a record, unless the destination has it already. */
    void add(int partition, DeliveryRecord delivered) {
        Collected collected = partitions.get(partition);
        if (collected != null && delivered.offset() >= collected.start()) {
            collected.records().add(delivered);
        }
    }

    /**
     * Hands everything that was collected to the destination.
     *
     * @param positions how far each partition was read
     * @return how many records were written
     */
    long write(Map<Integer, Long> positions) {
        List<PartitionBatch> batches = new ArrayList<>();
        partitions.forEach((partition, collected) -> {
            long position = positions.getOrDefault(partition, collected.start());
            if (position > collected.start()) {
                batches.add(new PartitionBatch(partition, position, collected.records()));
            }
        });
        if (batches.isEmpty()) {
            return 0;
        }
        long written = destination.write(batches);
        batches.forEach(
                batch -> partitions.put(batch.partition(), new Collected(batch.nextOffset(), new ArrayList<>())));
        return written;
    }

    /**
     * What is not written yet of one partition.
     *
     * @param start what is below is written, or not for this destination
     */
    private record Collected(long start, List<DeliveryRecord> records) {}
}
