package io.kstash.delivery.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line, or of bytes that are no line of ours.
 *
 * @param kind what it is
 * @param line as it was written; absent for {@link Kind#FOREIGN}
 * @param file where that is; for a line that is nowhere, where it should be
 * @param position of the first byte in that file; for a line that is nowhere, where it should be
 * @param length of it in bytes; for a line that is nowhere, 0
 */
public record Finding(Kind kind, @Nullable IndexedLine line, Path file, long position, long length) {
    /**
     * Each line is exactly one of the first five. Equal lines stand for each other: which of them is missing or doubled,
     * nobody can say.
     */
    public enum Kind {
        /** It is there, behind the one before it. */
        FOUND,

        /** It is there, but at another place: swapped with others, or moved. */
        MOVED,

        /** Something else is at its place. */
        CHANGED,

        /** It is nowhere. */
        MISSING,

        /** The file was moved away or deleted, and another one took its place: nobody expects the line to be there. */
        ROTATED,

        /** It is there once more. */
        DOUBLED,

        /** Bytes that nobody wrote through kstash: up to a line end. */
        FOREIGN
    }
}
