package io.kstash.transformer.streams;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of each source partition: what comes from one goes to one. Kafka's own partitioner would scatter records
 * without a key. Where the pipeline gives a key, Kafka's partitioner decides. For one thread.
 */
final class SourcePartitioner implements StreamPartitioner<byte[], OutgoingRecord> {
    private int last = -1;
    private Optional<Set<Integer>> lastAnswer = Optional.empty();

    @Override
    public Optional<Set<Integer>> partitions(
            String topic, byte @Nullable [] key, OutgoingRecord value, int numPartitions) {
        return value.keyed() ? Optional.empty() : only(value.sourcePartition() % numPartitions);
    }

    /** Most records go where the one before went. */
    private Optional<Set<Integer>> only(int partition) {
        if (partition != last) {
            last = partition;
            lastAnswer = Optional.of(Set.of(partition));
        }
        return lastAnswer;
    }
}
