package io.kstash.delivery;

import io.kstash.app.FailedException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Says which records Kafka does not have although a destination wants them next, and what a person can do about it. */
final class MissingRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String topic;
    private final List<Outlet> outlets;

    MissingRecords(String topic, List<Outlet> outlets) {
        this.topic = topic;
        this.outlets = outlets;
    }

    /** Which records are missing, and what to do. */
    FailedException explain(OffsetOutOfRangeException outOfRange, Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> wanted = outOfRange.offsetOutOfRangePartitions();
        try {
            Map<TopicPartition, Long> oldest = consumer.beginningOffsets(wanted.keySet(), PATIENCE);
            Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet(), PATIENCE);
            String missing = wanted.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(TopicPartition::partition)))
                    .map(entry -> describe(
                            entry.getKey(),
                            entry.getValue(),
                            oldest.getOrDefault(entry.getKey(), 0L),
                            ends.getOrDefault(entry.getKey(), 0L)))
                    .collect(Collectors.joining("; "));
            return new FailedException(
                    "Topic " + topic + " lacks records that are to be delivered: " + missing
                            + ". To go on with what is there, " + howToStartAnew(wanted, oldest),
                    outOfRange);
        } catch (KafkaException e) {
            return new FailedException(
                    "Topic " + topic + " lacks records that are to be delivered: " + wanted, outOfRange);
        }
    }

    private static String describe(TopicPartition partition, long next, long oldest, long end) {
        String place = "partition " + partition.partition();
        return next < oldest
                ? place + " offsets " + next + " to " + (oldest - 1)
                        + " were deleted before they were delivered (see the" + " topic's retention)"
                : place + " ends at offset " + end + ", but all below " + next
                        + " was delivered: Kafka lost records, or the topic was created again";
    }

    private String howToStartAnew(Map<TopicPartition, Long> wanted, Map<TopicPartition, Long> oldest) {
        return outlets.stream()
                .filter(outlet -> wanted.entrySet().stream()
                        .anyMatch(entry -> outlet.wantsBelow(
                                entry.getKey().partition(),
                                Math.max(entry.getValue() + 1, oldest.getOrDefault(entry.getKey(), 0L)))))
                .map(outlet -> outlet.destination().howToStartAnew())
                .distinct()
                .collect(Collectors.joining("; and "));
    }
}
