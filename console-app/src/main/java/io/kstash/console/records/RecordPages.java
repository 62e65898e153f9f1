package io.kstash.console.records;

import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.records.RangeReader.Range;
import io.kstash.console.web.ApiException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Makes pages of records; how much a topic holds makes no difference. Thread-safe. */
final class RecordPages {
    private static final int SIZE = 50;
    private static final int PREVIEW_BYTES = 2_000;
    private static final long MOST_LOOKED_AT = 200_000;
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final KafkaAccess kafka;

    RecordPages(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** @throws ApiException if there is no such topic or partition */
    RecordPage page(PageQuery query) {
        try (Consumer<byte[], byte[]> consumer = kafka.consumer(query.isolation())) {
            List<Lane> lanes = lanes(consumer, query);
            RangeReader reader = new RangeReader(consumer, query.filter(), PREVIEW_BYTES);
            RecordScan scan = new RecordScan(lanes, query.forward(), reader, SIZE, Deadline.in(LIMIT));
            return fill(scan, lanes, query.forward());
        }
    }

    /** A way through each partition that the query asks for. */
    static List<Lane> lanes(Consumer<?, ?> consumer, PageQuery query) {
        List<TopicPartition> partitions = partitions(consumer, query);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts = query.start().in(consumer, beginnings, ends);
        List<Lane> lanes = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Range bounds = new Range(beginnings.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L));
            lanes.add(new Lane(partition, bounds, starts.getOrDefault(partition, 0L), query.forward()));
        }
        return lanes;
    }

    private static RecordPage fill(RecordScan scan, List<Lane> lanes, boolean forward) {
        Positions from = scan.positions();
        List<RecordView> records = new ArrayList<>();
        long looked = 0;
        RecordPage.Stop stop = RecordPage.Stop.FULL;
        while (records.size() < SIZE && stop == RecordPage.Stop.FULL) {
            Optional<ScannedRecord> found = scan.next();
            if (found.isPresent()) {
                looked++;
                Optional.ofNullable(found.get().view()).ifPresent(records::add);
                stop = looked < MOST_LOOKED_AT ? stop : RecordPage.Stop.LIMIT;
            } else {
                stop = lanes.stream().anyMatch(Lane::isStarving) ? RecordPage.Stop.LIMIT : RecordPage.Stop.END;
            }
        }
        Positions to = scan.positions();
        if (!forward) {
            Collections.reverse(records);
        }
        return page(records, forward ? from : to, forward ? to : from, lanes, looked, stop);
    }

    private static RecordPage page(
            List<RecordView> records,
            Positions start,
            Positions end,
            List<Lane> lanes,
            long looked,
            RecordPage.Stop stop) {
        boolean previous = lanes.stream().anyMatch(lane -> lane.hasBefore(offset(start, lane)));
        boolean next = lanes.stream().anyMatch(lane -> lane.hasAfter(offset(end, lane)));
        return new RecordPage(records, start.toString(), end.toString(), previous, next, looked, stop.text());
    }

    private static long offset(Positions positions, Lane lane) {
        return positions.offsets().getOrDefault(lane.partition().partition(), 0L);
    }

    /** Those of the query that there are. */
    static List<TopicPartition> partitions(Consumer<?, ?> consumer, PageQuery query) {
        List<TopicPartition> partitions = consumer.partitionsFor(query.topic()).stream()
                .map(PartitionInfo::partition)
                .filter(partition ->
                        query.partition().isEmpty() || query.partition().getAsInt() == partition)
                .sorted()
                .map(partition -> new TopicPartition(query.topic(), partition))
                .toList();
        if (partitions.isEmpty()) {
            throw ApiException.notFound("There is no topic " + query.topic()
                    + (query.partition().isPresent()
                            ? " with a partition " + query.partition().getAsInt()
                            : ""));
        }
        return partitions;
    }
}
