package io.kstash.faults.verdict;

import java.util.Comparator;

/**
 * Which event: one of those that were made of the input record with this offset.
 *
 * @param index from 0
 */
record Position(long offset, int index) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::offset).thenComparingInt(Position::index);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "offset " + offset + (index == 0 ? "" : ", event " + index);
    }
}
