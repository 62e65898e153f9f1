package io.kstash.transformer.streams;

import io.kstash.event.Event;
import io.kstash.ledger.LedgerOutput;
import java.util.Optional;

/** Makes of an event the record that an output of the pipeline gets. One for each output and task; not thread-safe. */
interface EventOutput {
    /**
     * Makes the record.
     *
     * @param source the record that the event comes from, whose key, headers and timestamp may be kept
     * @throws io.kstash.event.EventException where the output cannot take the event
     */
    OutgoingRecord record(Event event, SourceRecord source);

    /** A record without a value as it passes; empty where an output can do nothing with one. */
    default Optional<OutgoingRecord> tombstone(SourceRecord source) {
        return Optional.empty();
    }

    /** Where a record that this output made ends up, for the ledger. */
    LedgerOutput destination(OutgoingRecord record);
}
