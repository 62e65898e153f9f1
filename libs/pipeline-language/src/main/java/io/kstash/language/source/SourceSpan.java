package io.kstash.language.source;

import java.util.Objects;

/**
 * A stretch of a file, from {@code startOffset} up to but without {@code endOffset}. Line and column are computed when
 * asked for, so that a tree with many nodes stays small.
 */
public record SourceSpan(SourceFile file, int startOffset, int endOffset) {

    public SourceSpan {
        Objects.checkFromToIndex(startOffset, endOffset, file.text().length());
    }

    public SourcePosition start() {
        return file.positionAt(startOffset);
    }

    /** The position just after the last character. */
    public SourcePosition end() {
        return file.positionAt(endOffset);
    }

    public String text() {
        return file.text().substring(startOffset, endOffset);
    }

    /** {@code FILE:LINE:COLUMN} of the start. */
    @Override
    public String toString() {
        return start().toString();
    }
}
