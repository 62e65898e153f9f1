package io.kstash.console.records;

import io.kstash.console.records.RangeReader.Range;
import io.kstash.console.records.RangeReader.Stretch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A scan's way through one partition: what was read and not taken yet, and where to read on. */
final class Lane {
    private final TopicPartition partition;
    private final Range bounds;
    private final boolean forward;
    private final Deque<ScannedRecord> waiting = new ArrayDeque<>();
    private long read;
    private long taken;

    /**
     * A lane.
     *
     * @param bounds where the partition begins and ends
     * @param start where to begin: before the record at this offset
     */
    Lane(TopicPartition partition, Range bounds, long start, boolean forward) {
        this.partition = partition;
        this.bounds = bounds;
        this.forward = forward;
        this.read = Math.max(bounds.begin(), Math.min(bounds.end(), start));
        this.taken = read;
    }

    TopicPartition partition() {
        return partition;
    }

    /** Between the records that were taken and the others. */
    long position() {
        return waiting.isEmpty() ? read : taken;
    }

    boolean isStarving() {
        return waiting.isEmpty() && (forward ? read < bounds.end() : read > bounds.begin());
    }

    /** What to read next. */
    Range next(int size) {
        return forward
                ? new Range(read, Math.min(bounds.end(), read + size))
                : new Range(Math.max(bounds.begin(), read - size), read);
    }

    /**
     * Takes what was read of {@link #next}.
     *
     * @return false if that is of no use: too little of it was read
     */
    boolean fill(Stretch stretch) {
        List<ScannedRecord> records = new ArrayList<>(stretch.records());
        if (forward) {
            boolean moved = stretch.read().end() > read;
            read = stretch.read().end();
            waiting.addAll(records);
            return moved;
        }
        if (stretch.read().end() < read) {
            return false; // The records next to where the scan is are missing.
        }
        Collections.reverse(records);
        read = stretch.read().begin();
        waiting.addAll(records);
        return true;
    }

    @Nullable ScannedRecord first() {
        return waiting.peekFirst();
    }

    ScannedRecord take() {
        ScannedRecord record = waiting.removeFirst();
        taken = forward ? record.offset() + 1 : record.offset();
        return record;
    }

    /** Whether there is something on the other side of a position. */
    boolean hasBefore(long position) {
        return position > bounds.begin();
    }

    boolean hasAfter(long position) {
        return position < bounds.end();
    }
}
