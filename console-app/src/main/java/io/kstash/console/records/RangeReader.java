package io.kstash.console.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads stretches of partitions. What a record needs of memory is decided as it comes in, so that a stretch of large ones does
 * not need more than a stretch of small ones. For one thread.
 */
final class RangeReader {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final RecordFilter filter;
    private final int valueBytes;

    /**
     * A reader.
     *
     * @param filter records that it does not choose come without a view
     * @param valueBytes how much of each value is kept
     */
    RangeReader(Consumer<byte[], byte[]> consumer, RecordFilter filter, int valueBytes) {
        this.consumer = consumer;
        this.filter = filter;
        this.valueBytes = valueBytes;
    }

    /** Offsets from {@code begin} up to but without {@code end}. */
    record Range(long begin, long end) {}

    /**
     * What was found in a range.
     *
     * @param read the part of it that was read; shorter if the time was over
     */
    record Stretch(List<ScannedRecord> records, Range read) {}

    /** Reads these ranges, or what of them can be read until the deadline. */
    Map<TopicPartition, Stretch> read(Map<TopicPartition, Range> ranges, Deadline deadline) {
        consumer.assign(ranges.keySet());
        consumer.resume(ranges.keySet()); // A partition that was assigned before stays paused.
        ranges.forEach((partition, range) -> consumer.seek(partition, range.begin()));
        Map<TopicPartition, List<ScannedRecord>> found = new HashMap<>();
        ranges.keySet().forEach(partition -> found.put(partition, new ArrayList<>()));
        Set<TopicPartition> unfinished = new HashSet<>(ranges.keySet());
        while (!unfinished.isEmpty() && !deadline.isOver()) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                if (message.offset() < rangeOf(partition, ranges).end()) {
                    found.getOrDefault(partition, new ArrayList<>()).add(scanned(message));
                }
            }
            unfinished.removeIf(partition ->
                    consumer.position(partition) >= rangeOf(partition, ranges).end());
            consumer.pause(finished(ranges.keySet(), unfinished));
        }
        Map<TopicPartition, Stretch> stretches = new HashMap<>();
        ranges.forEach((partition, range) -> stretches.put(
                partition,
                new Stretch(
                        found.getOrDefault(partition, List.of()),
                        new Range(range.begin(), Math.min(range.end(), consumer.position(partition))))));
        return stretches;
    }

    private static Range rangeOf(TopicPartition partition, Map<TopicPartition, Range> ranges) {
        return ranges.getOrDefault(partition, new Range(0, 0));
    }

    private static Set<TopicPartition> finished(Set<TopicPartition> all, Set<TopicPartition> unfinished) {
        Set<TopicPartition> finished = new HashSet<>(all);
        finished.removeAll(unfinished);
        return finished;
    }

    private ScannedRecord scanned(ConsumerRecord<byte[], byte[]> message) {
        return new ScannedRecord(
                message.partition(),
                message.offset(),
                message.timestamp(),
                filter.test(message) ? RecordView.of(message, valueBytes) : null);
    }
}
