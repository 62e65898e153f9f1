package io.kstash.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The group's offsets: for lag, and the position of destinations that keep none. They never go back, also when a new
 * destination is given the older records. For the consumer's thread.
 */
final class CommittedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(CommittedOffsets.class);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** Short, so that a stop is not held up while Kafka is away. */
    private static final Duration LIMIT = Duration.ofMillis(700);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long lastAttemptNanos = System.nanoTime() - INTERVAL.toNanos();

    CommittedOffsets(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** What Kafka has for a partition that this process was given. */
    void start(TopicPartition partition, long offset) {
        committed.put(partition, offset);
    }

    /** Everything below was written. */
    void add(TopicPartition partition, long nextOffset) {
        if (nextOffset > committed.getOrDefault(partition, -1L)) {
            uncommitted.put(partition, new OffsetAndMetadata(nextOffset));
        }
    }

    /** Of these positions, those that are committed as well: what is below is needed by nobody here. */
    Map<TopicPartition, Long> committedOf(Map<TopicPartition, Long> positions) {
        Map<TopicPartition, Long> done = new HashMap<>();
        positions.forEach((partition, position) -> {
            Long offset = committed.get(partition);
            if (offset != null) {
                done.put(partition, Math.min(offset, position));
            }
        });
        return Map.copyOf(done);
    }

    /** Partitions that another member has now, which commits for them. */
    void forget(Collection<TopicPartition> partitions) {
        committed.keySet().removeAll(partitions);
        uncommitted.keySet().removeAll(partitions);
    }

    /** Commits if there is something and the last time is not only a moment ago. */
    void commitNowAndThen() {
        if (System.nanoTime() - lastAttemptNanos >= INTERVAL.toNanos()) {
            commit();
        }
    }

    /** Commits now. What Kafka does not take stays for the next time. */
    void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        lastAttemptNanos = System.nanoTime();
        try {
            consumer.commitSync(Map.copyOf(uncommitted), LIMIT);
            uncommitted.forEach((partition, offset) -> committed.put(partition, offset.offset()));
            uncommitted.clear();
        } catch (RetriableException | CommitFailedException e) {
            LOG.debug("Offsets not committed yet", e);
        }
    }
}
