package io.kstash.consumer.audit;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Events of one input partition: the offset of the record, and which of the record's events it is. Where they follow one
 * another it needs next to no memory, at the worst some bits for each. Records, without their events, have index 0. For one
 * thread.
 *
 * <p>The index and the upper bits of the offset choose one of several bitmaps: {@code Roaring64Bitmap}, which does so too,
 * takes a thousand times as long to add a range.
 */
final class EventSet {
    private static final int OFFSET_BITS = 40;
    private static final long OFFSETS = 1L << OFFSET_BITS;
    private static final int INDEXES = 1 << (Long.SIZE - 1 - OFFSET_BITS);
    private static final long BITMAP_SIZE = 1L << Integer.SIZE;
    private static final int ADDITIONS_TO_COMPACTION = 1 << 22;

    private final TreeMap<Integer, RoaringBitmap> bitmaps = new TreeMap<>();
    private int additions;
    private int recentNumber = -1;
    private @Nullable RoaringBitmap recent;

    /** What the first set has and the second has not. */
    static EventSet difference(EventSet first, EventSet second) {
        return combine(first, second, (one, other) -> RoaringBitmap.andNot(one, other));
    }

    /** What both have. */
    static EventSet intersection(EventSet first, EventSet second) {
        return combine(first, second, (one, other) -> RoaringBitmap.and(one, other));
    }

    private static EventSet combine(EventSet first, EventSet second, BinaryOperator<RoaringBitmap> operation) {
        EventSet result = new EventSet();
        first.bitmaps.forEach((number, bitmap) -> {
            RoaringBitmap combined = operation.apply(bitmap, second.bitmaps.getOrDefault(number, new RoaringBitmap()));
            if (!combined.isEmpty()) {
                result.bitmaps.put(number, combined);
            }
        });
        return result;
    }

    /** How many both have. */
    static long common(EventSet first, EventSet second) {
        long common = 0;
        for (Map.Entry<Integer, RoaringBitmap> entry : first.bitmaps.entrySet()) {
            RoaringBitmap other = second.bitmaps.get(entry.getKey());
            common += other == null ? 0 : RoaringBitmap.andCardinality(entry.getValue(), other);
        }
        return common;
    }

    /** What both have together. */
    void addAll(EventSet other) {
        other.bitmaps.forEach((number, bitmap) -> bitmapToAddTo(number).or(bitmap));
    }

    /** The event of this index of so many records in a row. */
    void add(long firstOffset, long count, int index) {
        long end = key(firstOffset + count - 1, index) + 1;
        for (long start = key(firstOffset, index); start < end; ) {
            int number = number(start);
            long base = number * BITMAP_SIZE;
            long partEnd = Math.min(end, base + BITMAP_SIZE);
            bitmapToAddTo(number).add(start - base, partEnd - base);
            start = partEnd;
        }
    }

    void add(long offset, int index) {
        long key = key(offset, index);
        bitmapToAddTo(number(key)).add((int) key);
        if (++additions == ADDITIONS_TO_COMPACTION) {
            additions = 0;
            bitmaps.values().forEach(RoaringBitmap::runOptimize);
        }
    }

    void addRecord(long offset) {
        add(offset, 0);
    }

    boolean contains(long offset, int index) {
        if (!isPossible(offset, index)) {
            return false;
        }
        long key = key(offset, index);
        RoaringBitmap bitmap = find(number(key));
        return bitmap != null && bitmap.contains((int) key);
    }

    boolean containsRecord(long offset) {
        return contains(offset, 0);
    }

    long size() {
        return bitmaps.values().stream()
                .mapToLong(RoaringBitmap::getLongCardinality)
                .sum();
    }

    boolean isEmpty() {
        return bitmaps.values().stream().allMatch(RoaringBitmap::isEmpty);
    }

    /** In the order of the index, then of the offset. */
    void forEach(Visitor visitor) {
        bitmaps.forEach((number, bitmap) -> {
            for (IntIterator each = bitmap.getIntIterator(); each.hasNext(); ) {
                long key = number * BITMAP_SIZE + Integer.toUnsignedLong(each.next());
                visitor.visit(key & (OFFSETS - 1), (int) (key >>> OFFSET_BITS));
            }
        });
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

    private static int number(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    /** Most calls are about the bitmap of the call before. */
    private @Nullable RoaringBitmap find(int number) {
        if (number != recentNumber) {
            recent = bitmaps.get(number);
            recentNumber = recent == null ? -1 : number;
        }
        return recent;
    }

    private RoaringBitmap bitmapToAddTo(int number) {
        RoaringBitmap found = find(number);
        if (found == null) {
            found = new RoaringBitmap();
            bitmaps.put(number, found);
        }
        return found;
    }

    /** Takes an event. */
    @FunctionalInterface
    interface Visitor {
        void visit(long offset, int index);
    }
}
