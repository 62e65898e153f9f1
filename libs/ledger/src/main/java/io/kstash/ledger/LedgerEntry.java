package io.kstash.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What one transaction did to one input partition; a record of the topic {@code <pipeline>-ledger}, written in that
 * transaction with {@code topic/partition} as its key. Where that is too much for a record, there are several.
 *
 * @param pipelineVersion a checksum of the pipeline's text
 * @param topic of the input
 * @param partition of the input
 * @param nextOffset the offset that the transaction commits for the partition, or where its next entry begins
 * @param outcomes what can become of a record, each once
 * @param runs the records, in offset order; an offset in no run had no record, or none that this transaction read
 */
public record LedgerEntry(
        String pipelineVersion, String topic, int partition, long nextOffset, List<Outcome> outcomes, List<Run> runs) {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Keeps the lists. */
    public LedgerEntry {
        outcomes = List.copyOf(outcomes);
        runs = List.copyOf(runs);
    }

    /**
     * Records at consecutive offsets that became the same.
     *
     * @param first offset
     * @param count how many records
     * @param outcome which of the entry's outcomes
     */
    public record Run(long first, int count, int outcome) {}

    /** The topic in which a pipeline keeps its ledger. */
    public static String topicOf(String pipeline) {
        return pipeline + "-ledger";
    }

    /** What became of the record at an offset; empty if it is in no run. */
    public Optional<Outcome> outcomeOf(long offset) {
        return runs.stream()
                .filter(run -> run.first() <= offset && offset < run.first() + run.count())
                .map(run -> outcomes.get(run.outcome()))
                .findFirst();
    }

    /** As JSON, so that a person can read it in any tool. */
    public byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads what {@link #toBytes} wrote, also that of a later kstash that says more.
     *
     * @throws IOException if it is something else
     */
    public static LedgerEntry parse(byte[] bytes) throws IOException {
        return JSON.readValue(bytes, LedgerEntry.class);
    }
}
