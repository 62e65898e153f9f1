package io.kstash.consumer;

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

/** The next offsets of what was printed and is not committed yet. Used by the consumer's thread only. */
final class PrintedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedOffsets.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Short, so that a stop is not held up while Kafka is away. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long lastAttemptNanos = System.nanoTime() - INTERVAL.toNanos();

    PrintedOffsets(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Everything below these offsets was printed. */
    void add(Map<TopicPartition, OffsetAndMetadata> nextOffsets) {
        uncommitted.putAll(nextOffsets);
    }

    /** Partitions that another member has now, which commits for them. */
    void forget(Collection<TopicPartition> partitions) {
        uncommitted.keySet().removeAll(partitions);
    }

    /** Commits if there is something and the last time is not only a moment ago. */
    void commitNowAndThen() {
        if (System.nanoTime() - lastAttemptNanos >= INTERVAL.toNanos()) {
            commit();
        }
    }

    /** Commits now. What Kafka does not take stays for the next time; the worst case is that it is printed again. */
    void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        lastAttemptNanos = System.nanoTime();
        try {
            consumer.commitSync(Map.copyOf(uncommitted), LIMIT);
            uncommitted.clear();
        } catch (RetriableException | CommitFailedException e) {
            LOG.warn("Offsets not committed yet, these records may be printed again: {}", e.getMessage());
        }
    }
}
