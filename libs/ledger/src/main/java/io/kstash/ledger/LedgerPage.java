package io.kstash.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what becomes of the records of one input partition until a transaction commits. For one thread at a time. */
public final class LedgerPage {
    private final String pipelineVersion;
    private final String topic;
    private final int partition;
    private final Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
    private final List<LedgerEntry.Run> runs = new ArrayList<>();
    private long first;
    private int count;
    private int outcome;

    /** A page with nothing on it. */
    public LedgerPage(String pipelineVersion, String topic, int partition) {
        this.pipelineVersion = pipelineVersion;
        this.topic = topic;
        this.partition = partition;
    }

    /** Writes down a record; offsets only grow. */
    public void add(long offset, Outcome became) {
        int number = outcomes.computeIfAbsent(became, any -> outcomes.size());
        if (count > 0 && number == outcome && offset == first + count) {
            count++;
            return;
        }
        endRun();
        first = offset;
        count = 1;
        outcome = number;
    }

    /** Whether no record is on it. */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * What was written down, after which the page is empty again.
     *
     * @param nextOffset the offset that is committed
     */
    public LedgerEntry close(long nextOffset) {
        endRun();
        LedgerEntry entry =
                new LedgerEntry(pipelineVersion, topic, partition, nextOffset, List.copyOf(outcomes.keySet()), runs);
        clear();
        return entry;
    }

    /** Forgets what is on it: the transaction was given up. */
    public void clear() {
        outcomes.clear();
        runs.clear();
        count = 0;
    }

    private void endRun() {
        if (count > 0) {
            runs.add(new LedgerEntry.Run(first, count, outcome));
            count = 0;
        }
    }
}
