package io.kstash.transformer.streams;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the order of each source partition: what comes from one goes to one. Kafka's own partitioner would scatter records
 * without a key. Where the pipeline gives a key, Kafka's partitioner decides.
 */
final class SourcePartitioner implements StreamPartitioner<byte[], OutgoingRecord> {
    @Override
    public Optional<Set<Integer>> partitions(
            String topic, byte @Nullable [] key, OutgoingRecord value, int numPartitions) {
        return value.keyed() ? Optional.empty() : Optional.of(Set.of(value.sourcePartition() % numPartitions));
    }
}
