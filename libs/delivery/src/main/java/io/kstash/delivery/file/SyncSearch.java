package io.kstash.delivery.file;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds where a file and the lines that are expected in it meet again. First nearby, where the least is missing or foreign;
 * there lines may have any bytes in them. If that fails, in the rest of the file, by the line ends. At last nearby from any
 * byte on, for lines that do not end in a line end.
 */
final class SyncSearch {
    private static final int NEAR_LINES = 256;
    private static final int NEAR_STARTS = 256;
    private static final int NEAR_BYTES = 4096;

    /** Longer ones do not come from Kafka. */
    private static final int LONGEST = 16 << 20;

    /** One line that fits can be chance, or a line that was moved; it has to be so much nearer. */
    private static final int COST_OF_DOUBT = 8;

    private final FileWindow file;
    private final List<IndexedLine> lines;
    private final boolean complete;
    private final long from;

    /**
     * A search.
     *
     * @param lines that are expected; random access
     * @param complete whether no further lines are expected
     * @param from in the file; the first line is not there
     */
    SyncSearch(FileWindow file, List<IndexedLine> lines, boolean complete, long from) {
        this.file = file;
        this.lines = lines;
        this.complete = complete;
        this.from = from;
    }

    /** Empty if not one of the lines is there. */
    Optional<Sync> find() throws IOException {
        long[] lineStarts = lineStarts();
        Optional<Sync> found = near(lineStarts);
        if (found.isPresent()) {
            return isEndNearer(found.get(), lineStarts) ? Optional.empty() : found;
        }
        found = far();
        return found.isPresent() ? found : near(allStarts());
    }

    /** Whether one of the first lines is nearby. */
    boolean isNear() throws IOException {
        return near(lineStarts()).isPresent();
    }

    /** The last lines may be swapped. */
    private boolean isEndNearer(Sync found, long[] starts) throws IOException {
        int skipped = Arrays.binarySearch(starts, found.position());
        return complete
                && starts.length < NEAR_STARTS
                && cost(lines.size(), starts.length) < cost(found.lines(), skipped) + doubt(found);
    }

    private long[] lineStarts() throws IOException {
        long[] starts = new long[NEAR_STARTS];
        int count = 0;
        long start = from;
        while (count < NEAR_STARTS && start < file.size()) {
            starts[count++] = start;
            start = file.lineEnd(start, LONGEST);
        }
        return Arrays.copyOf(starts, count);
    }

    private long[] allStarts() {
        long[] starts = new long[(int) Math.min(NEAR_BYTES, file.size() - from)];
        Arrays.setAll(starts, i -> from + i);
        return starts;
    }

    private Optional<Sync> near(long[] starts) throws IOException {
        Sync best = null;
        int bestCost = Integer.MAX_VALUE;
        int nearLines = Math.min(NEAR_LINES, lines.size());
        for (int skipped = 0; skipped < starts.length && cost(0, skipped) < bestCost; skipped++) {
            for (int line = 0; line < nearLines; line++) {
                int cost = cost(line, skipped);
                if (cost < bestCost && file.holds(lines.get(line), starts[skipped])) {
                    Sync sync = new Sync(line, starts[skipped]);
                    if (cost + doubt(sync) < bestCost) {
                        best = sync;
                        bestCost = cost + doubt(sync);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How much is missing and foreign; of equals, that is cheaper where one stands for the other. */
    private static int cost(int line, int skipped) {
        return 2 * (line + skipped) + (line == skipped ? 0 : 1);
    }

    private int doubt(Sync sync) throws IOException {
        return isConfirmed(sync.lines(), sync.position()) ? 0 : COST_OF_DOUBT;
    }

    /** Whether the next line follows, or both are at their ends. */
    private boolean isConfirmed(int line, long position) throws IOException {
        long next = position + lines.get(line).length();
        return line + 1 < lines.size() ? file.holds(lines.get(line + 1), next) : complete && next == file.size();
    }

    private Optional<Sync> far() throws IOException {
        Map<Long, Integer> byContent = new HashMap<>();
        for (int line = lines.size() - 1; line >= 0; line--) {
            byContent.put(content(lines.get(line).length(), lines.get(line).crc32c()), line);
        }
        for (long start = from; start < file.size(); ) {
            long end = file.lineEnd(start, LONGEST);
            int length = (int) (end - start);
            Integer line = byContent.get(content(length, file.checksum(start, length)));
            if (line != null && isConfirmed(line, start)) {
                return Optional.of(backwards(line, start));
            }
            start = end;
        }
        return Optional.empty();
    }

    private static long content(int length, int crc32c) {
        return (long) length << Integer.SIZE | Integer.toUnsignedLong(crc32c);
    }

    /** The first of equal lines may not be where they meet. */
    private Sync backwards(int line, long position) throws IOException {
        int first = line;
        long start = position;
        while (first > 0
                && start - lines.get(first - 1).length() >= from
                && file.holds(lines.get(first - 1), start - lines.get(first - 1).length())) {
            first--;
            start -= lines.get(first).length();
        }
        return new Sync(first, start);
    }
}
