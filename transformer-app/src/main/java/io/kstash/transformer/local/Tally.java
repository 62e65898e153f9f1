package io.kstash.transformer.local;

import java.util.concurrent.atomic.LongAdder;

/** Counts while a run goes on. Thread-safe. */
final class Tally {
    final LongAdder read = new LongAdder();
    final LongAdder emitted = new LongAdder();
    final LongAdder dropped = new LongAdder();
    final LongAdder failed = new LongAdder();

    RunCounts counts() {
        return new RunCounts(read.sum(), emitted.sum(), dropped.sum(), failed.sum());
    }
}
