package io.kstash.filters.throttle;

import java.util.TreeMap;

/** The counters of one key, by the second at which their period starts. Not thread-safe. */
final class Timeslots {
    private final TreeMap<Long, Long> counts = new TreeMap<>();
    private final long origin;
    private long latest;

    /** @param origin the second of the key's first event: all periods start a number of periods from it */
    Timeslots(long origin) {
        this.origin = origin;
        this.latest = origin;
    }

    /** Counts an event, and answers how many its period has now. Periods that are too old are forgotten after that. */
    long count(long second, long period, long maxAge) {
        latest = Math.max(latest, second);
        long start = second - Math.floorMod(second - origin, period);
        long count = counts.merge(start, 1L, Long::sum);
        counts.headMap(counts.lastKey() - maxAge).clear();
        return count;
    }

    /** The second of the latest event. */
    long latest() {
        return latest;
    }

    int size() {
        return counts.size();
    }
}
