package io.kstash.transformer.streams;

import io.kstash.ledger.LedgerPage;
import io.kstash.ledger.Outcome;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the ledger for what a processor of one task reads. Kafka Streams closes a task, and begins it anew, whenever
 * it gives up a transaction, so nothing of that one stays on a page. Where there are no transactions, there is no ledger.
 */
final class TaskLedger {
    private final Ledger ledger;
    private final Map<TopicPartition, LedgerPage> pages = new HashMap<>();
    private @Nullable TopicPartition lastInput;
    private @Nullable LedgerPage lastPage;
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
            page(origin).add(origin.offset(), became);
        } else {
            ledger.latency().recordNow(timestamp);
        }
    }

    /** For most records the one of the record before. */
    private LedgerPage page(Origin origin) {
        TopicPartition before = lastInput;
        LedgerPage page = lastPage;
        if (page == null
                || before == null
                || before.partition() != origin.partition()
                || !before.topic().equals(origin.topic())) {
            lastInput = origin.topicPartition();
            page = pages.computeIfAbsent(lastInput, ledger::open);
            lastPage = page;
        }
        return page;
    }

    /** The task ends: what it read is committed, or will be read again. */
    void discard() {
        pages.keySet().forEach(ledger::discard);
        pages.clear();
        lastPage = null;
        ledger.latency().givenUp();
    }
}
