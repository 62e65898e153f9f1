package io.kstash.console.records;

import io.kstash.console.web.ApiException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where a page begins, or ends if it goes backward. */
@FunctionalInterface
interface StartPoint {
    /**
     * The offset in each partition.
     *
     * @param beginnings of the partitions in question
     * @param ends of the same
     */
    Map<TopicPartition, Long> in(
            Consumer<?, ?> consumer, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends);

    /**
     * Reads {@code beginning}, {@code end}, {@code offset:15}, {@code time:1732345678123} (milliseconds), or
     * {@code at:0:15,1:7}, which is what a page answers as its own start or end.
     *
     * @throws ApiException if it is none of these
     */
    static StartPoint parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? text : text.substring(0, colon)) {
            case "beginning" -> (consumer, beginnings, ends) -> beginnings;
            case "end" -> (consumer, beginnings, ends) -> ends;
            case "offset" -> offset(number(rest));
            case "time" -> time(number(rest));
            case "at" -> positions(Positions.parse(rest));
            default -> throw ApiException.badRequest("from=" + text + ": say beginning, end, offset:N or time:MILLIS");
        };
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.badRequest("This is no number: " + text);
        }
    }

    private static StartPoint offset(long offset) {
        return (consumer, beginnings, ends) ->
                ends.keySet().stream().collect(Collectors.toMap(partition -> partition, any -> offset));
    }

    private static StartPoint positions(Positions positions) {
        return (consumer, beginnings, ends) -> ends.keySet().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> positions
                                .offsets()
                                .getOrDefault(partition.partition(), beginnings.getOrDefault(partition, 0L))));
    }

    private static StartPoint time(long millis) {
        return (consumer, beginnings, ends) -> {
            Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(ends.keySet().stream()
                    .collect(Collectors.toMap(partition -> partition, any -> Math.max(0, millis))));
            return ends.keySet().stream().collect(Collectors.toMap(partition -> partition, partition -> {
                OffsetAndTimestamp first = found.get(partition);
                return first == null ? ends.getOrDefault(partition, 0L) : first.offset();
            }));
        };
    }
}
