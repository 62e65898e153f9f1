package io.kstash.transformer.streams;

import io.kstash.ledger.LedgerEntry;

/**
 * The topics that a pipeline has for itself.
 *
 * @param deliveries encoded events for files and standard output
 * @param deadLetters records that could not be worked on
 * @param ledger what became of each record
 * @param redrive which of the dead letters were sent back
 */
public record OwnTopics(String deliveries, String deadLetters, String ledger, String redrive) {
    /** Those of the pipeline of this name. */
    public static OwnTopics of(String pipeline) {
        return new OwnTopics(
                pipeline + "-deliveries",
                pipeline + "-dead-letters",
                LedgerEntry.topicOf(pipeline),
                pipeline + "-redrive");
    }
}
