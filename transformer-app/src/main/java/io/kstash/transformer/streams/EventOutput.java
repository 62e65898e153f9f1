package io.kstash.transformer.streams;

import io.kstash.event.Event;
import io.kstash.ledger.LedgerOutput;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;

/** Makes of an event the record that an output of the pipeline gets. One for each output and task; not thread-safe. */
interface EventOutput {
    /**
     * Makes the record.
     *
     * @param source the record that the event comes from, whose key, headers and timestamp may be kept
     * @param origin where that was read
     * @throws io.kstash.event.EventException where the output cannot take the event
     */
    Record<byte[], OutgoingRecord> record(Event event, Record<byte[], byte[]> source, Origin origin);

    /** A record without a value as it passes; empty where an output can do nothing with one. */
    default Optional<Record<byte[], OutgoingRecord>> tombstone(Record<byte[], byte[]> source, Origin origin) {
        return Optional.empty();
    }

    /** Where a record that this output made ends up, for the ledger. */
    LedgerOutput destination(OutgoingRecord record);
}
