package io.kstash.console.records;

import io.kstash.console.kafka.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;

/** The last records of a topic, with short values. Thread-safe. */
public final class RecentRecords {
    private static final int STEP = 500;
    private static final int VALUE_BYTES = 500;
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private final KafkaAccess kafka;

    public RecentRecords(KafkaAccess kafka) {
        this.kafka = kafka;
    }

    /** At most so many of them, the newest first. */
    public List<RecordView> of(String topic, int most) {
        PageQuery query = new PageQuery(
                topic,
                OptionalInt.empty(),
                StartPoint.parse("end"),
                false,
                RecordFilter.ALL,
                IsolationLevel.READ_COMMITTED);
        List<RecordView> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = kafka.consumer(query.isolation())) {
            RangeReader reader = new RangeReader(consumer, query.filter(), VALUE_BYTES);
            List<Lane> lanes = RecordPages.lanes(consumer, query);
            RecordScan scan = new RecordScan(lanes, query.forward(), reader, STEP, Deadline.in(LIMIT));
            Optional<ScannedRecord> next = scan.next();
            while (next.isPresent() && found.size() < most) {
                Optional.ofNullable(next.get().view()).ifPresent(found::add);
                next = scan.next();
            }
        }
        return found;
    }
}
