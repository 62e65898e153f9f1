package io.kstash.transformer.streams;

import java.time.Duration;

/** A moment at which something has to be over; each of several parts takes what the ones before it left. */
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How long it is until then, less what is reserved for the parts that follow; never negative. */
    Duration leftBut(Duration reserved) {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime() - reserved.toNanos()));
    }
}
