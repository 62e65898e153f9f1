package io.kstash.transformer.streams;

import io.kstash.ledger.Outcome;
import java.util.concurrent.atomic.LongAdder;

/** What became of the records that were read. Thread-safe. */
final class Counters {
    final LongAdder read = new LongAdder();
    final LongAdder emitted = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder notSelected = new LongAdder();
    final LongAdder deadLetters = new LongAdder();

    /** Counts a record. */
    void count(Outcome became) {
        read.increment();
        became.events().forEach(event -> (event.outputs().isEmpty() ? notSelected : emitted).add(event.count()));
        dropped.add(became.equals(Outcome.NO_EVENT) ? 1 : became.dropped());
        deadLetters.add(became.deadLetters());
    }

    /** In one line, for the end of a run. */
    String summary() {
        return "Records: " + read + " read; events: " + emitted + " emitted, " + dropped + " dropped, " + notSelected
                + " for no output; " + deadLetters + " dead letters";
    }
}
