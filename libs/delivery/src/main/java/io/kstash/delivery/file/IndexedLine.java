package io.kstash.delivery.file;

import io.kstash.ledger.Source;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was written: the bytes of one record, which may have several line ends or none.
 *
 * @param source the input record, if the delivered record named it
 * @param file where it was written to, absolute; the file may have been moved since
 * @param position of its first byte in that file
 * @param length in bytes, line end included
 * @param crc32c the checksum of these bytes
 */
public record IndexedLine(@Nullable Source source, Path file, long position, int length, int crc32c) {
    /** Whether both have the same content, as far as length and checksum tell. */
    boolean hasContentOf(IndexedLine other) {
        return length == other.length && crc32c == other.crc32c;
    }
}
