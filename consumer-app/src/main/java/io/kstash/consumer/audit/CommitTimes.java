package io.kstash.consumer.audit;

import java.util.Arrays;

/**
 * When the offsets of an input partition were committed. Keeps some ten thousand times; where there are more commits, as
 * many neighbours as need be count as one that came with the last of them. For one thread.
 */
final class CommitTimes {
    private static final int MOST = 1 << 16;
    private static final int FEW = 16;

    private long[] nextOffsets = new long[FEW];
    private long[] times = new long[FEW];
    private int size;
    private int commitsForEach = 1;
    private int commitsInLast;

    /**
     * A commit; one that goes back behind an earlier one is left out.
     *
     * @param nextOffset all records below were committed
     * @param time milliseconds since 1970
     */
    void add(long nextOffset, long time) {
        if (size > 0 && nextOffset <= nextOffsets[size - 1]) {
            return;
        }
        if (size == 0 || commitsInLast == commitsForEach) {
            makeRoom();
            size++;
            commitsInLast = 0;
        }
        nextOffsets[size - 1] = nextOffset;
        times[size - 1] = time;
        commitsInLast++;
    }

    private void makeRoom() {
        if (size == MOST) {
            mergeNeighbours();
        } else if (size == times.length) {
            nextOffsets = Arrays.copyOf(nextOffsets, 2 * size);
            times = Arrays.copyOf(times, 2 * size);
        }
    }

    private void mergeNeighbours() {
        for (int i = 0; i < MOST / 2; i++) {
            nextOffsets[i] = nextOffsets[2 * i + 1];
            times[i] = times[2 * i + 1];
        }
        size = MOST / 2;
        commitsForEach *= 2;
    }

    /** When the record at this offset was committed; only for one below the last commit. */
    long of(long offset) {
        int found = Arrays.binarySearch(nextOffsets, 0, size, offset + 1);
        return times[found >= 0 ? found : -found - 1];
    }
}
