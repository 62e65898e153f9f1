package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where lines are missing from files, and bytes are in files that are no line at its place. What belongs together is known
 * at the end: a line that is missing here and found there was moved. What does not fit in memory is missing or foreign, each
 * for itself. For one thread.
 */
final class Gaps {
    private static final int MAX_KEPT = 20_000;
    private static final int LONGEST = 16 << 20;

    private final Consumer<Finding> findings;
    private final List<Gap> gaps = new ArrayList<>();
    private int kept;

    Gaps(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** Takes lines that are not where they should be, and what is there: the bytes from start to end. */
    void add(List<IndexedLine> lines, Path file, FileWindow window, long start, long end) throws IOException {
        Gap gap = new Gap(new ArrayList<>(), new ArrayList<>());
        gaps.add(gap);
        for (IndexedLine line : lines) {
            if (kept++ < MAX_KEPT) {
                gap.lines().add(line);
            } else {
                missing(line);
            }
        }
        for (long position = start; position < end; ) {
            long lineEnd = Math.min(end, window.lineEnd(position, LONGEST));
            int length = (int) (lineEnd - position);
            Piece piece = new Piece(new Content(length, window.checksum(position, length)), file, position);
            if (kept++ < MAX_KEPT) {
                gap.pieces().add(piece);
            } else {
                foreign(piece);
            }
            position = lineEnd;
        }
    }

    /** Lines between others that are missing are there if they are in order. Where all of a gap are there, they are not. */
    private void findInOrder(Gap gap) {
        if (gap.isPermutation()) {
            return;
        }
        Iterator<Piece> pieces = gap.pieces().iterator();
        int from = 0;
        while (pieces.hasNext()) {
            Piece piece = pieces.next();
            for (int line = from; line < gap.lines().size(); line++) {
                if (piece.content().equals(Content.of(gap.lines().get(line)))) {
                    report(Finding.Kind.FOUND, gap.lines().remove(line), piece);
                    pieces.remove();
                    from = line;
                    break;
                }
            }
        }
    }

    /** Says what it all is. All files were seen by now. */
    void explain(FileIndex index) {
        gaps.forEach(this::findInOrder);
        Map<Content, Deque<Piece>> pieces = new HashMap<>();
        gaps.forEach(gap -> gap.pieces()
                .forEach(piece -> pieces.computeIfAbsent(piece.content(), content -> new ArrayDeque<>())
                        .add(piece)));
        gaps.forEach(gap -> gap.lines().removeIf(line -> wasMoved(line, pieces)));
        pieces.values().removeIf(Deque::isEmpty);
        if (!pieces.isEmpty()) {
            index.lines(line -> findDoubled(line, pieces));
        }
        gaps.forEach(gap -> {
            gap.pieces()
                    .removeIf(piece -> !pieces.getOrDefault(piece.content(), new ArrayDeque<>())
                            .contains(piece));
            explain(gap);
        });
    }

    private boolean wasMoved(IndexedLine line, Map<Content, Deque<Piece>> pieces) {
        Deque<Piece> equal = pieces.get(Content.of(line));
        if (equal == null || equal.isEmpty()) {
            return false;
        }
        report(Finding.Kind.MOVED, line, equal.remove());
        return true;
    }

    private void findDoubled(IndexedLine line, Map<Content, Deque<Piece>> pieces) {
        Deque<Piece> equal = pieces.remove(Content.of(line));
        if (equal != null) {
            equal.forEach(piece -> report(Finding.Kind.DOUBLED, line, piece));
        }
    }

    /** In a gap that has both, one became the other. */
    private void explain(Gap gap) {
        int changed = Math.min(gap.lines().size(), gap.pieces().size());
        for (int i = 0; i < changed; i++) {
            report(Finding.Kind.CHANGED, gap.lines().get(i), gap.pieces().get(i));
        }
        gap.lines().subList(changed, gap.lines().size()).forEach(this::missing);
        gap.pieces().subList(changed, gap.pieces().size()).forEach(this::foreign);
    }

    private void report(Finding.Kind kind, IndexedLine line, Piece at) {
        findings.accept(
                new Finding(kind, line, at.file(), at.position(), at.content().length()));
    }

    private void missing(IndexedLine line) {
        findings.accept(new Finding(Finding.Kind.MISSING, line, line.file(), line.position(), 0));
    }

    private void foreign(Piece piece) {
        findings.accept(new Finding(
                Finding.Kind.FOREIGN,
                null,
                piece.file(),
                piece.position(),
                piece.content().length()));
    }

    /** Between two places where a file has what is expected. */
    private record Gap(List<IndexedLine> lines, List<Piece> pieces) {
        boolean isPermutation() {
            return lines.size() == pieces.size()
                    && pieces.stream()
                            .map(Piece::content)
                            .collect(Collectors.toSet())
                            .equals(lines.stream().map(Content::of).collect(Collectors.toSet()));
        }
    }

    /** Bytes up to a line end. */
    private record Piece(Content content, Path file, long position) {}

    private record Content(int length, int crc32c) {
        static Content of(IndexedLine line) {
            return new Content(line.length(), line.crc32c());
        }
    }
}
