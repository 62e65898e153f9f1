package io.kstash.filters.throttle;

/**
 * How long counters are remembered: shorter, a step at a time, while there are too many, and longer again when there are
 * few. Not thread-safe.
 */
final class MemoryLimit {
    private static final long NONE = -1;
    private static final double SHORTEST = 0.05;
    private static final double STEP = 0.05;
    private static final double FEW = 0.8;

    private final long configuredAge;
    private final long maxCounters;
    private double maxAge;

    /** @param maxCounters -1 for no limit */
    MemoryLimit(long maxAge, long maxCounters) {
        this.configuredAge = maxAge;
        this.maxCounters = maxCounters;
        this.maxAge = maxAge;
    }

    /** How many seconds before the latest event a period may start. */
    long maxAge() {
        return (long) maxAge;
    }

    /**
     * Takes notice of how many counters there are.
     *
     * @return whether the age was changed
     */
    boolean adapt(long counters) {
        if (maxCounters == NONE) {
            return false;
        }
        double before = maxAge;
        if (counters > maxCounters && maxAge > configuredAge * SHORTEST) {
            maxAge -= configuredAge * STEP;
        } else if (counters < maxCounters * FEW && maxAge < configuredAge) {
            maxAge += configuredAge * STEP;
        }
        return maxAge != before;
    }
}
