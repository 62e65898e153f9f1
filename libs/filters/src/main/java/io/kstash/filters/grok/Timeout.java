package io.kstash.filters.grok;

import java.time.Duration;
import java.util.function.Supplier;

/** How long the patterns of a field may search one text: each of them, or all together. */
final class Timeout {
    private final Duration limit;
    private final boolean together;
    private final Supplier<Duration> each;

    /**
     * A limit.
     *
     * @param limit zero for none
     * @param together whether it is for all patterns of a text and not for each
     */
    Timeout(Duration limit, boolean together) {
        this.limit = limit;
        this.together = together && !limit.isZero();
        this.each = () -> limit;
    }

    /** For one text: answers how long the next pattern may search it. */
    Supplier<Duration> start() {
        if (!together) {
            return each;
        }
        long end = System.nanoTime() + limit.toNanos();
        return () -> Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }
}
