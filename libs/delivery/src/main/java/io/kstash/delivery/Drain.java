package io.kstash.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A request to read up to the ends that the partitions have at one moment. For the consumer's thread, but for {@link #done}. */
final class Drain {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** Completes with false if that cannot be reached now. */
    final CompletableFuture<Boolean> done = new CompletableFuture<>();

    private @Nullable Map<TopicPartition, Long> ends;

    /**
     * Whether all has been read; the first call finds out up to where.
     *
     * @param positions of the partitions that this process has now: others do the rest
     */
    boolean isReached(Consumer<?, ?> consumer, String topic, Map<Integer, Long> positions) {
        if (ends == null) {
            ends = ends(consumer, topic, positions);
        }
        Map<TopicPartition, Long> known = ends;
        return known != null
                && positions.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue() >= known.getOrDefault(new TopicPartition(topic, entry.getKey()), 0L));
    }

    private static @Nullable Map<TopicPartition, Long> ends(
            Consumer<?, ?> consumer, String topic, Map<Integer, Long> positions) {
        try {
            return consumer.endOffsets(
                    positions.keySet().stream()
                            .map(partition -> new TopicPartition(topic, partition))
                            .collect(Collectors.toSet()),
                    PATIENCE);
        } catch (TimeoutException e) {
            return null;
        }
    }
}
