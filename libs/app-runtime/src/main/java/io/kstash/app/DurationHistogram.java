package io.kstash.app;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts durations in classes, each twice as wide as the one before: cheap enough for every record, and exact enough for a
 * percentile of which one wants to know the size. Thread-safe.
 */
public final class DurationHistogram {
    /** From 1 ms to 262 s; what takes longer is in a class of its own. */
    private static final int BOUNDS = 19;

    private final LongAdder[] counts = new LongAdder[BOUNDS + 1];
    private final LongAdder sum = new LongAdder();

    public DurationHistogram() {
        Arrays.setAll(counts, any -> new LongAdder());
    }

    /** Counts one; less than nothing, which clocks that disagree make, counts as nothing. */
    public void record(long millis) {
        long duration = Math.max(0, millis);
        int place = duration <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(duration - 1);
        counts[Math.min(place, BOUNDS)].increment();
        sum.add(duration);
    }

    /** The longest duration of each class but the last, in milliseconds. */
    public static long[] bounds() {
        long[] bounds = new long[BOUNDS];
        Arrays.setAll(bounds, place -> 1L << place);
        return bounds;
    }

    /** How many are in each class; one more than there are bounds. */
    public long[] counts() {
        return Arrays.stream(counts).mapToLong(LongAdder::sum).toArray();
    }

    /** Of all durations, in milliseconds. */
    public long sum() {
        return sum.sum();
    }
}
