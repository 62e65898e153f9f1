package io.kstash.transformer.streams;

import java.util.concurrent.atomic.LongAdder;

/** What became of the records that were read. Thread-safe. */
final class Counters {
    final LongAdder read = new LongAdder();
    final LongAdder emitted = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder notSelected = new LongAdder();
    final LongAdder deadLetters = new LongAdder();

    /** Counts a record. */
    void count(RecordResult result) {
        read.increment();
        emitted.add(result.emitted());
        dropped.add(result.dropped());
        notSelected.add(result.notSelected());
        deadLetters.add(result.failure().isPresent() ? 1 : 0);
    }

    /** In one line, for the end of a run. */
    String summary() {
        return "Records: " + read + " read; events: " + emitted + " emitted, " + dropped + " dropped, " + notSelected
                + " for no output; " + deadLetters + " dead letters";
    }
}
