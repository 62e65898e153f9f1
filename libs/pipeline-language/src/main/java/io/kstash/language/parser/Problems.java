package io.kstash.language.parser;

import io.kstash.language.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The problems of one file. A place is reported once, whatever follows from it. */
final class Problems {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Integer> reportedOffsets = new HashSet<>();
    private int mutedFrom;
    private int mutedTo;

    void report(Diagnostic diagnostic) {
        int offset = diagnostic.span().startOffset();
        boolean muted = offset > mutedFrom && offset <= mutedTo;
        if (!muted && reportedOffsets.add(diagnostic.span().startOffset())) {
            diagnostics.add(diagnostic);
        }
    }

    /** Reports nothing more from this token to the end of its line. */
    void muteFrom(Token token) {
        if (token.start() > mutedTo) {
            mutedFrom = token.start();
            mutedTo = token.file().endOfLine(token.start());
        }
    }

    boolean hasProblemInLineOf(Token token) {
        int lineStart = token.file().startOfLine(token.start());
        return diagnostics.stream()
                .anyMatch(
                        diagnostic -> token.file().startOfLine(diagnostic.span().startOffset()) == lineStart);
    }

    /** In the order of the text. */
    List<Diagnostic> inOrder() {
        return diagnostics.stream()
                .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().startOffset()))
                .toList();
    }
}
