package io.kstash.consumer.audit;

import org.HdrHistogram.IntCountsHistogram;

/** How long records took, in milliseconds, with two digits. For one thread. */
final class Latency {
    private static final int DIGITS = 2;

    private final IntCountsHistogram histogram = new IntCountsHistogram(DIGITS);

    /** Adds a record; clocks that differ may make it negative, which counts as 0. */
    void add(long millis) {
        histogram.recordValue(Math.max(0, millis));
    }

    /** Whether there was none. */
    boolean isEmpty() {
        return histogram.getTotalCount() == 0;
    }

    long percentile(double percent) {
        return histogram.getValueAtPercentile(percent);
    }

    long max() {
        return histogram.getMaxValue();
    }
}
