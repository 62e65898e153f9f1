package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares one file with the lines that were written to it, given in their order. As long as each is where the one before
 * ends, nothing is kept; else lines are kept until enough are known to find where both meet again. For one thread.
 */
final class GenerationCheck {
    /** So many lines may be missing in one piece without a second look at the rest of the file. */
    private static final int ENOUGH_LINES = 16_384;

    private final FileWindows windows;
    private final Path file;
    private final Findings findings;
    private final List<IndexedLine> kept = new ArrayList<>();
    private long position;

    /**
     * Begins.
     *
     * @param file where it is now
     * @param from where the lines begin in it
     */
    GenerationCheck(FileWindows windows, Path file, long from, Findings findings) {
        this.windows = windows;
        this.file = file;
        this.position = from;
        this.findings = findings;
    }

    /** Takes the next lines. */
    void check(List<IndexedLine> lines) throws IOException {
        FileWindow window = windows.of(file);
        for (IndexedLine line : lines) {
            if (kept.isEmpty() && window.holds(line, position)) {
                found(line);
            } else {
                kept.add(line);
            }
            if (kept.size() == ENOUGH_LINES) {
                meet(window, false);
            }
        }
    }

    /** No further lines come. */
    void finish() throws IOException {
        FileWindow window = windows.of(file);
        while (!kept.isEmpty()) {
            meet(window, true);
        }
        if (position < window.size() && findings.tail().isForeign(position)) {
            findings.gaps().add(List.of(), file, window, position, window.size());
        }
    }

    private void meet(FileWindow window, boolean complete) throws IOException {
        Sync sync = new SyncSearch(window, kept, complete, position)
                .find()
                .orElse(new Sync(kept.size(), complete ? window.size() : position));
        findings.gaps().add(kept.subList(0, sync.lines()), file, window, position, sync.position());
        position = sync.position();
        int there = sync.lines();
        while (there < kept.size() && window.holds(kept.get(there), position)) {
            found(kept.get(there++));
        }
        kept.subList(0, there).clear();
    }

    private void found(IndexedLine line) {
        findings.lines().accept(new Finding(Finding.Kind.FOUND, line, file, position, line.length()));
        position += line.length();
    }

    /**
     * What gets the results.
     *
     * @param lines that are there
     * @param gaps the rest
     * @param tail decides what is behind the last line
     */
    record Findings(Consumer<Finding> lines, Gaps gaps, Tail tail) {}

    /** What is behind the last line. */
    @FunctionalInterface
    interface Tail {
        /** Whether the bytes from there on are not being written right now. */
        boolean isForeign(long position) throws IOException;
    }
}
