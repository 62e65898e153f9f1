package io.kstash.consumer;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where in each partition reading starts. */
sealed interface StartPosition {
    /**
     * The offsets to start at, asked from Kafka; blocks until it answers.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if it does not within the client's limit
     */
    Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions);

    /**
     * Reads {@code beginning}, {@code end}, an offset, a time ({@code 2026-11-23T08:00:00Z}, without an offset in this
     * machine's time zone, or only the date), or a duration back from now ({@code -10m}).
     *
     * @throws IllegalArgumentException with a message for the user if it is none of these
     */
    static StartPosition parse(String text, Instant now) {
        if (text.equals("beginning")) {
            return new Beginning();
        }
        if (text.equals("end")) {
            return new End();
        }
        try {
            return text.matches("[0-9]+") ? new AtOffset(Long.parseLong(text)) : new AtTime(StartTime.parse(text, now));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a place to start from. Give beginning, end, an offset (120), a time"
                            + " (2026-11-23T08:00:00Z, 2026-11-23T08:00 or 2026-11-23), or how long ago (-30s, -10m, -2h,"
                            + " -1d).",
                    e);
        }
    }

    /** The first record that is still there. */
    record Beginning() implements StartPosition {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            return consumer.beginningOffsets(partitions);
        }
    }

    /** Only records that are yet to come. */
    record End() implements StartPosition {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            return consumer.endOffsets(partitions);
        }
    }

    /** This offset in every partition, or the nearest one that a partition has. */
    record AtOffset(long offset) implements StartPosition {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> offsets = new HashMap<>(consumer.beginningOffsets(partitions));
            offsets.replaceAll(
                    (partition, first) -> Math.max(first, Math.min(offset, ends.getOrDefault(partition, offset))));
            return offsets;
        }
    }

    /** The first record with this timestamp or a later one; the end where there is none. */
    record AtTime(Instant time) implements StartPosition {
        @Override
        public Map<TopicPartition, Long> offsets(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
            Map<TopicPartition, Long> times = partitions.stream()
                    .collect(Collectors.toMap(Function.identity(), partition -> time.toEpochMilli()));
            Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    offsets.put(partition, found.offset());
                }
            });
            return offsets;
        }
    }

    /** Lets picocli read a position and show the reason when it cannot. */
    final class Converter implements ITypeConverter<StartPosition> {
        @Override
        public StartPosition convert(String text) {
            try {
                return parse(text, Instant.now());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
