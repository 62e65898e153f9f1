package io.kstash.transformer.trace;

import java.util.Comparator;

/**
 * Which event of which record of one input partition. A pipeline keeps this order in each partition that it writes.
 *
 * @param offset of the record
 * @param index of the event
 */
record EventOfRecord(long offset, int index) implements Comparable<EventOfRecord> {
    private static final Comparator<EventOfRecord> ORDER =
            Comparator.comparingLong(EventOfRecord::offset).thenComparingInt(EventOfRecord::index);

    @Override
    public int compareTo(EventOfRecord other) {
        return ORDER.compare(this, other);
    }
}
