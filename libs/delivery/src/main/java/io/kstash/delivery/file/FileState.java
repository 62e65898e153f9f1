package io.kstash.delivery.file;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * What a journal says of a file.
 *
 * @param length synced, in bytes
 * @param lines how many of them are indexed
 * @param inode which file it is, so that another one of this name is told from it
 * @param generation where the index begins with it: the position of {@link IndexEntry.Begin}
 */
record FileState(long length, long lines, long inode, long generation) {
    /** Of a file whose journal was written before there were indexes. */
    static final long UNKNOWN = -1;

    /** Somebody moved it away or deleted it. */
    static final FileState GONE = new FileState(0, 0, UNKNOWN, UNKNOWN);

    @JsonCreator
    FileState {}

    /** As journals of format 1 have it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FileState ofLength(long length) {
        return new FileState(length, 0, UNKNOWN, UNKNOWN);
    }

    boolean isGone() {
        return equals(GONE);
    }

    boolean isIndexed() {
        return generation != UNKNOWN;
    }

    FileState notIndexed() {
        return new FileState(length, 0, inode, UNKNOWN);
    }

    FileState withInode(long other) {
        return new FileState(length, lines, other, generation);
    }

    FileState appended(long newLength, int newLines) {
        return new FileState(newLength, lines + newLines, inode, generation);
    }
}
