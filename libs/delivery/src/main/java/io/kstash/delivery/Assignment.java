package io.kstash.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The partitions that the group gave to this process, and how far each was read. A new partition is paused until its start
 * is known: finding out may need patience when Kafka is away, which a rebalance must not have. For the consumer's thread.
 */
final class Assignment implements ConsumerRebalanceListener {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Consumer<?, ?> consumer;
    private final List<Outlet> outlets;
    private final CommittedOffsets offsets;
    private final Runnable sourceCheck;
    private final Runnable beforeLeaving;
    private final Set<TopicPartition> fresh = new HashSet<>();
    private final Map<Integer, Long> positions = new HashMap<>();
    private boolean joined;
    private boolean started;

    /**
     * @param sourceCheck throws if the topic is not the same any more
     * @param beforeLeaving writes and commits what was read
     */
    Assignment(
            Consumer<?, ?> consumer,
            List<Outlet> outlets,
            CommittedOffsets offsets,
            Runnable sourceCheck,
            Runnable beforeLeaving) {
        this.consumer = consumer;
        this.outlets = outlets;
        this.offsets = offsets;
        this.sourceCheck = sourceCheck;
        this.beforeLeaving = beforeLeaving;
    }

    /** The next offset to read in each partition. */
    Map<Integer, Long> positions() {
        return positions;
    }

    /** Whether the group has decided and reading has started in all partitions, which may be none. */
    boolean isSettled() {
        return joined && fresh.isEmpty();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        joined = true;
        fresh.addAll(assigned);
        consumer.pause(assigned);
        // Any position keeps the client from looking for one.
        assigned.forEach(partition -> consumer.seek(partition, 0));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        beforeLeaving.run();
        onPartitionsLost(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        fresh.removeAll(lost);
        offsets.forget(lost);
        for (TopicPartition partition : lost) {
            positions.remove(partition.partition());
            outlets.forEach(outlet -> outlet.forget(partition.partition()));
        }
    }

    /** Starts reading new partitions where the destination that is least far wants to go on. */
    void startFresh() {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            if (started) {
                sourceCheck.run(); // A topic that was deleted and created again gives its partitions anew.
            }
            Map<TopicPartition, Long> oldest = consumer.beginningOffsets(fresh, PATIENCE);
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(fresh, PATIENCE);
            for (TopicPartition partition : Set.copyOf(fresh)) {
                start(partition, Optional.ofNullable(committed.get(partition)), oldest.getOrDefault(partition, 0L));
            }
            started = true;
        } catch (RetriableException e) {
            return; // Kafka is away; the next round tries again.
        }
    }

    private void start(TopicPartition partition, Optional<OffsetAndMetadata> committed, long oldest) {
        committed.ifPresent(offset -> offsets.start(partition, offset.offset()));
        OptionalLong known =
                committed.map(offset -> OptionalLong.of(offset.offset())).orElseGet(OptionalLong::empty);
        long start = outlets.stream()
                .mapToLong(outlet -> outlet.start(partition.partition(), known, oldest))
                .min()
                .orElse(oldest);
        consumer.seek(partition, start);
        consumer.resume(Set.of(partition));
        positions.put(partition.partition(), start);
        fresh.remove(partition);
    }

    /** Reads again in all partitions whose start is known. */
    void resume() {
        consumer.resume(consumer.assignment().stream()
                .filter(partition -> positions.containsKey(partition.partition()))
                .toList());
    }

    /** Records were read up to here. */
    void advance(Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        nextOffsets.forEach((partition, next) -> positions.replace(partition.partition(), next.offset()));
    }
}
