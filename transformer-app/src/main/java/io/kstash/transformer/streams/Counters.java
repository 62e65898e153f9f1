package io.kstash.transformer.streams;

import io.kstash.app.DurationHistogram;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the records that were read. Thread-safe. */
final class Counters {
    /** From the time in a record to when it was taken through the pipeline. */
    final DurationHistogram age = new DurationHistogram();

    final LongAdder read = new LongAdder();
    final LongAdder emitted = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder notSelected = new LongAdder();
    final LongAdder deadLetters = new LongAdder();
    private final Map<String, LongAdder> byOutput = new ConcurrentHashMap<>();

    /** Counts a record. */
    void count(Outcome became) {
        read.increment();
        List<Outcome.Emitted> events = became.events();
        for (int i = 0; i < events.size(); i++) {
            count(events.get(i));
        }
        if (became.dropped() > 0 || became.deadLetters() > 0 || events.isEmpty()) {
            dropped.add(became.equals(Outcome.NO_EVENT) ? 1 : became.dropped());
            deadLetters.add(became.deadLetters());
        }
    }

    private void count(Outcome.Emitted event) {
        (event.outputs().isEmpty() ? notSelected : emitted).add(event.count());
        for (LedgerOutput output : event.outputs()) {
            byOutput.computeIfAbsent(output.id(), any -> new LongAdder()).add(event.count());
        }
    }

    /** How many events went to an output. */
    long toOutput(String id) {
        LongAdder events = byOutput.get(id);
        return events == null ? 0 : events.sum();
    }

    /** In one line, for the end of a run. */
    String summary() {
        return "Records: " + read + " read; events: " + emitted + " emitted, " + dropped + " dropped, " + notSelected
                + " for no output; " + deadLetters + " dead letters";
    }
}
