package io.kstash.delivery.file;

import java.util.List;

/**
 * Lines that lie one behind the other in one file.
 *
 * @param generation of the file
 * @param position of the first one in the file
 * @param lines how many
 * @param sources {@code topic/partition} of the inputs; {@code packed} refers to them
 * @param packed what {@link BlockPacker} made of each line: 5 bytes for most
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
record IndexBlock(long generation, long position, int lines, List<String> sources, byte[] packed) {
    /** The low bits of a line's first number say how its source follows from the one before; the rest is its length. */
    static final int TAG_BITS = 2;

    /** The next record of the same input partition. */
    static final int NEXT_RECORD = 0;

    /** The next event of the same record. */
    static final int NEXT_EVENT = 1;

    /** The source's number, the difference of the offsets and the index follow. */
    static final int ANY = 2;

    /** Nobody knows. */
    static final int NO_SOURCE = 3;
}
