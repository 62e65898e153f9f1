package io.kstash.language.source;

/** A place in a file: 1-based line, 1-based column in characters (code points). */
public record SourcePosition(String file, int line, int column) {

    /** {@code FILE:LINE:COLUMN}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
