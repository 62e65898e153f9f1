package io.kstash.filters.kv;

import java.time.Duration;

/** When the parsing of an event has to be done. */
final class Deadline {
    private final boolean limited;
    private final long end;

    private Deadline(boolean limited, long end) {
        this.limited = limited;
        this.end = end;
    }

    /** @param limit zero for none */
    static Deadline in(Duration limit) {
        return new Deadline(!limit.isZero(), limit.isZero() ? 0 : System.nanoTime() + limit.toNanos());
    }

    /**
     * The time that is left; zero where there is no limit.
     *
     * @throws DeadlineException where there is none left
     */
    Duration remaining() {
        if (!limited) {
            return Duration.ZERO;
        }
        long nanos = end - System.nanoTime();
        if (nanos <= 0) {
            throw new DeadlineException();
        }
        return Duration.ofNanos(nanos);
    }
}
