package io.kstash.language.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * One pipeline file: its name as shown to the user, and its text. Offsets are indexes into the text ({@code char}s);
 * lines and columns are 1-based, and a column counts characters (code points). Immutable.
 */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final boolean hasSurrogates;

    public SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.lineStarts = findLineStarts(text);
        this.hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** Line and column of an offset, {@code text().length()} included. */
    public SourcePosition positionAt(int offset) {
        Objects.checkIndex(offset, text.length() + 1);
        int line = lineIndexAt(offset);
        int start = lineStarts[line];
        // Counting takes as long as the line is, which a file of one long line would pay for each of its plugins.
        int before = hasSurrogates ? text.codePointCount(start, offset) : offset - start;
        return new SourcePosition(name, line + 1, before + 1);
    }

    /** The text of a line (1-based) without its line break. */
    public String line(int number) {
        int start = lineStarts[number - 1];
        return text.substring(start, endOfLine(start));
    }

    /** The offset of the first character of the line in which {@code offset} lies. */
    public int startOfLine(int offset) {
        return lineStarts[lineIndexAt(offset)];
    }

    /** The offset just after the last character of the line in which {@code offset} lies, its line break excluded. */
    public int endOfLine(int offset) {
        int lineFeed = text.indexOf('\n', offset);
        int end = lineFeed < 0 ? text.length() : lineFeed;
        return lineFeed > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    public SourceSpan span(int startOffset, int endOffset) {
        return new SourceSpan(this, startOffset, endOffset);
    }

    private int lineIndexAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private static int[] findLineStarts(String text) {
        int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int[] starts = new int[lines];
        int next = 0;
        for (int line = 1; line < lines; line++) {
            next = text.indexOf('\n', next) + 1;
            starts[line] = next;
        }
        return starts;
    }

    @Override
    public String toString() {
        return name;
    }
}
