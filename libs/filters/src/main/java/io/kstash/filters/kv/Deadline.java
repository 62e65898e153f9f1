package io.kstash.filters.kv;

import java.time.Duration;

/** When the parsing of an event has to be done. */
final class Deadline {
    private final Duration limit;
    private final long end;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** @param limit zero for none */
    static Deadline in(Duration limit) {
        return new Deadline(limit);
    }

    /**
     * The time that is left; zero where there is no limit.
     *
     * @throws DeadlineException where there is none left
     */
    Duration remaining() {
        if (limit.isZero()) {
            return Duration.ZERO;
        }
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new DeadlineException(limit);
        }
        return Duration.ofNanos(nanos);
    }
}
