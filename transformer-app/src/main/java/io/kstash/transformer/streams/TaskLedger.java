package io.kstash.transformer.streams;

import io.kstash.ledger.LedgerPage;
import io.kstash.ledger.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The pages of the ledger for what a processor of one task reads. Kafka Streams closes a task, and begins it anew, whenever
 * it gives up a transaction, so nothing of that one stays on a page. Where there are no transactions, there is no ledger.
 */
final class TaskLedger {
    private final Ledger ledger;
    private final Map<TopicPartition, LedgerPage> pages = new HashMap<>();
    private boolean transactional;

    TaskLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The task begins, perhaps once more, and goes on at the offsets that are committed. */
    void begin(ProcessingContext context) {
        discard();
        transactional = StreamsConfig.EXACTLY_ONCE_V2.equals(
                context.appConfigs().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    /**
     * Writes down what became of a record, which is the next of its partition.
     *
     * @param timestamp of the record
     */
    void add(Origin origin, long timestamp, Outcome became) {
        if (transactional) {
            ledger.latency().await(timestamp);
            pages.computeIfAbsent(new TopicPartition(origin.topic(), origin.partition()), ledger::open)
                    .add(origin.offset(), became);
        } else {
            ledger.latency().recordNow(timestamp);
        }
    }

    /** The task ends: what it read is committed, or will be read again. */
    void discard() {
        pages.keySet().forEach(ledger::discard);
        pages.clear();
        ledger.latency().givenUp();
    }
}
