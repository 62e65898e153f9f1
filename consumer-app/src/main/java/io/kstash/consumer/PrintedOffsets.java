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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The next offsets of what was printed and is not committed yet. Used by the consumer's thread only. */
final class PrintedOffsets {
    private static final Logger LOG = LoggerFactory.getLogger(PrintedOffsets.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private static final String NOT_COMMITTED = "Offsets not committed, the group will get these records again: {}";

    /** Short, so that a stop is not held up while Kafka is away. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private long lastAttemptNanos = System.nanoTime() - INTERVAL.toNanos();
    private boolean committing;

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

    /**
     * Asks for a commit if there is something and the last time is not only a moment ago. It goes on beside the reading, and
     * what Kafka does not take now is part of the next one.
     */
    void commitNowAndThen() {
        long now = System.nanoTime();
        if (!committing && !uncommitted.isEmpty() && now - lastAttemptNanos >= INTERVAL.toNanos()) {
            lastAttemptNanos = now;
            committing = true;
            consumer.commitAsync(Map.copyOf(uncommitted), this::answered);
        }
    }

    /** Called by the client while it polls, commits or closes. */
    private void answered(Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        committing = false;
        if (failure == null) {
            uncommitted.entrySet().removeAll(offsets.entrySet());
        } else if (!(failure instanceof RetriableException)) {
            LOG.warn(NOT_COMMITTED, failure.getMessage());
        }
    }

    /** Commits now, and waits for it; without an answer in time the worst case is that records are printed again. */
    void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(Map.copyOf(uncommitted), LIMIT);
            uncommitted.clear();
        } catch (RetriableException | CommitFailedException e) {
            LOG.warn(NOT_COMMITTED, e.getMessage());
        }
    }
}
