package io.kstash.filters.throttle;

/**
 * Which events of a period are marked: those before one and those after another; -1 sets no bound.
 */
record Bounds(double before, double after) {
    private static final double NONE = -1;

    /** @param count which event of its period it is, from 1 on */
    boolean excludes(long count) {
        return (before != NONE && count < before) || (after != NONE && count > after);
    }
}
