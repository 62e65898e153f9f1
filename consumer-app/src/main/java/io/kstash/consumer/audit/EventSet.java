package io.kstash.consumer.audit;

import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * Events of one input partition: the offset of the record, and which of the record's events it is. Where they follow one
 * another it needs next to no memory, at the worst some bits for each. Records, without their events, have index 0. For one
 * thread.
 */
final class EventSet {
    private static final int OFFSET_BITS = 40;
    private static final long OFFSETS = 1L << OFFSET_BITS;
    private static final int INDEXES = 1 << (Long.SIZE - 1 - OFFSET_BITS);
    private static final int ADDITIONS_TO_COMPACTION = 1 << 22;

    private final Roaring64Bitmap events;
    private int additions;

    EventSet() {
        this(new Roaring64Bitmap());
    }

    private EventSet(Roaring64Bitmap events) {
        this.events = events;
    }

    /** What the first set has and the second has not. */
    static EventSet difference(EventSet first, EventSet second) {
        return new EventSet(Roaring64Bitmap.andNot(first.events, second.events));
    }

    /** What both have. */
    static EventSet intersection(EventSet first, EventSet second) {
        return new EventSet(Roaring64Bitmap.and(first.events, second.events));
    }

    /** How many both have. */
    static long common(EventSet first, EventSet second) {
        return Roaring64Bitmap.andCardinality(first.events, second.events);
    }

    /** What both have together. */
    void addAll(EventSet other) {
        events.or(other.events);
    }

    /** The event of this index of so many records in a row. */
    void add(long firstOffset, long count, int index) {
        events.addRange(key(firstOffset, index), key(firstOffset + count - 1, index) + 1);
    }

    void add(long offset, int index) {
        events.addLong(key(offset, index));
        if (++additions == ADDITIONS_TO_COMPACTION) {
            additions = 0;
            events.runOptimize();
        }
    }

    void addRecord(long offset) {
        add(offset, 0);
    }

    boolean contains(long offset, int index) {
        return isPossible(offset, index) && events.contains(key(offset, index));
    }

    boolean containsRecord(long offset) {
        return contains(offset, 0);
    }

    long size() {
        return events.getLongCardinality();
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** In the order of the index, then of the offset. */
    void forEach(Visitor visitor) {
        for (LongIterator each = events.getLongIterator(); each.hasNext(); ) {
            long key = each.next();
            visitor.visit(key & (OFFSETS - 1), (int) (key >>> OFFSET_BITS));
        }
    }

    /** Those of records from this offset on. */
    EventSet from(long first) {
        if (first == 0 || isEmpty()) {
            return this;
        }
        EventSet rest = new EventSet();
        forEach((offset, index) -> {
            if (offset >= first) {
                rest.add(offset, index);
            }
        });
        return rest;
    }

    /** The records that the events belong to. */
    EventSet records() {
        EventSet records = new EventSet();
        forEach((offset, index) -> records.addRecord(offset));
        return records;
    }

    /** Whether there can be such an event; a source that somebody made up need not be one. */
    static boolean isPossible(long offset, int index) {
        return offset >= 0 && offset < OFFSETS && index >= 0 && index < INDEXES;
    }

    private static long key(long offset, int index) {
        if (!isPossible(offset, index)) {
            throw new IllegalArgumentException(
                    "Offset " + offset + ", index " + index + " are beyond all that is known");
        }
        return (long) index << OFFSET_BITS | offset;
    }

    /** Takes an event. */
    @FunctionalInterface
    interface Visitor {
        void visit(long offset, int index);
    }
}
