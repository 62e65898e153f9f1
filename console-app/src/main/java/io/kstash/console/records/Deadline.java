package io.kstash.console.records;

import java.time.Duration;

/** When to stop looking. */
record Deadline(long nanos) {
    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - nanos > 0;
    }
}
