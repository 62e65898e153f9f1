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
    private final Runnable idle;
    private volatile List<Integer> partitions = List.of();
    private boolean toldIdle;

    /**
     * @param start null to go on where the group is
     * @param idle called each time when it turns out that the group has no partition for this consumer
     */
    Assignment(Consumer<?, ?> consumer, @Nullable StartPosition start, PrintedOffsets printed, Runnable idle) {
        this.consumer = consumer;
        this.start = start;
        this.printed = printed;
        this.idle = idle;
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
        tellIfIdle();
    }

    /** Once, though others come and go meanwhile. */
    private void tellIfIdle() {
        boolean isIdle = partitions.isEmpty();
        if (isIdle && !toldIdle) {
            idle.run();
        }
        toldIdle = isIdle;
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
