package io.kstash.consumer;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Follows which partitions the group gives to this consumer: seeks to the start that was asked for, once for each partition,
 * and commits before a partition goes. Called by the consumer's thread; {@link #partitions()} by any.
 */
final class Assignment implements ConsumerRebalanceListener {
    private final Consumer<?, ?> consumer;
    private final @Nullable StartPosition start;
    private final PrintedOffsets printed;
    private final Set<TopicPartition> started = new HashSet<>();
    private volatile List<Integer> partitions = List.of();

    /** @param start null to go on where the group is */
    Assignment(Consumer<?, ?> consumer, @Nullable StartPosition start, PrintedOffsets printed) {
        this.consumer = consumer;
        this.start = start;
        this.printed = printed;
    }

    /** The partitions that this consumer has, in order. */
    List<Integer> partitions() {
        return partitions;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        Set<TopicPartition> fresh = new HashSet<>(assigned);
        fresh.removeAll(started);
        if (start != null && !fresh.isEmpty()) {
            seek(start.offsets(consumer, fresh));
        }
        started.addAll(fresh);
        publish();
    }

    /** The start counts as printed: whoever asks for the end has no lag, also before the next record. */
    private void seek(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            consumer.seek(partition, offset);
            reached.put(partition, new OffsetAndMetadata(offset));
        });
        printed.add(reached);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        printed.commit();
        onPartitionsLost(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        printed.forget(lost);
        publish();
    }

    private void publish() {
        partitions = consumer.assignment().stream()
                .map(TopicPartition::partition)
                .sorted()
                .toList();
    }
}
