package io.kstash.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what becomes of the records of one input partition until a transaction commits. For one thread at a time. */
public final class LedgerPage {
    /** About as many bytes an entry may have; a record of the ledger takes several times as much. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int BYTES_OF_A_RUN = 50;

    private final String pipelineVersion;
    private final String topic;
    private final int partition;
    private final List<LedgerEntry> full = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
    private final List<LedgerEntry.Run> runs = new ArrayList<>();
    private int bytes;
    private long first;
    private int count;
    private @Nullable Outcome outcome;

    /** A page with nothing on it. */
    public LedgerPage(String pipelineVersion, String topic, int partition) {
        this.pipelineVersion = pipelineVersion;
        this.topic = topic;
        this.partition = partition;
    }

    /** Writes down a record; offsets only grow. Quick where the outcome is the very object of the record before. */
    public void add(long offset, Outcome became) {
        if (became.equals(outcome) && offset == first + count) {
            count++;
            return;
        }
        endRun();
        if (bytes > MOST_BYTES) {
            endEntry(offset);
        }
        first = offset;
        count = 1;
        outcome = became;
    }

    /**
     * What was written down, after which the page is empty again: no entry if nothing was, and more than one only if one
     * would be too large for a record.
     *
     * @param nextOffset the offset that is committed
     */
    public List<LedgerEntry> close(long nextOffset) {
        endRun();
        if (!runs.isEmpty()) {
            endEntry(nextOffset);
        }
        List<LedgerEntry> entries = List.copyOf(full);
        full.clear();
        return entries;
    }

    private void endRun() {
        if (outcome != null) {
            runs.add(new LedgerEntry.Run(first, count, numberOf(outcome)));
            bytes += BYTES_OF_A_RUN;
            outcome = null;
        }
    }

    private int numberOf(Outcome became) {
        Integer known = outcomes.putIfAbsent(became, outcomes.size());
        if (known != null) {
            return known;
        }
        bytes += became.approximateBytes();
        return outcomes.size() - 1;
    }

    private void endEntry(long nextOffset) {
        full.add(new LedgerEntry(
                pipelineVersion, topic, partition, nextOffset, List.copyOf(outcomes.keySet()), List.copyOf(runs)));
        outcomes.clear();
        runs.clear();
        bytes = 0;
    }
}
