package io.kstash.transformer.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A set of offsets, as ranges that do not touch. Not thread-safe. */
final class OffsetRanges {
    /** From the first offset of a range to the one behind its last. */
    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    /** The ranges of {@link #asList}. */
    static OffsetRanges of(List<List<Long>> ranges) {
        OffsetRanges set = new OffsetRanges();
        ranges.forEach(range -> set.add(range.get(0), range.get(1)));
        return set;
    }

    /**
     * Adds offsets.
     *
     * @param end the offset behind the last
     */
    void add(long first, long end) {
        long from = first;
        long to = end;
        Map.Entry<Long, Long> near = ranges.floorEntry(to);
        while (near != null && near.getValue() >= from) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            ranges.remove(near.getKey());
            near = ranges.floorEntry(to);
        }
        if (from < to) {
            ranges.put(from, to);
        }
    }

    boolean contains(long offset) {
        Map.Entry<Long, Long> range = ranges.floorEntry(offset);
        return range != null && offset < range.getValue();
    }

    OffsetRanges copy() {
        return of(asList());
    }

    /** Pairs of the first offset and the one behind the last, in order. */
    List<List<Long>> asList() {
        List<List<Long>> list = new ArrayList<>();
        ranges.forEach((first, end) -> list.add(List.of(first, end)));
        return list;
    }
}
