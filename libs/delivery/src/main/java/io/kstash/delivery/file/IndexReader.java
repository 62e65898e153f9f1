package io.kstash.delivery.file;

import io.kstash.app.FailedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads an index, entry by entry. For one thread. */
final class IndexReader implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final Path file;
    private final long end;
    private final InputStream bytes;
    private long position;
    private long next;

    /**
     * Begins.
     *
     * @param end where the last entry ends: what is journalled
     * @throws FailedException if there is no such file although something is journalled
     */
    IndexReader(Path file, long end) throws IOException {
        this.file = file;
        this.end = end;
        this.bytes = end == 0 ? InputStream.nullInputStream() : open(file);
    }

    private static InputStream open(Path file) throws IOException {
        try {
            return new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        } catch (NoSuchFileException deleted) {
            throw new FailedException(
                    "The index " + file
                            + " was deleted or moved away: put it back. Without it, what was written up to now"
                            + " cannot be checked; the transformer begins another one with the next line",
                    deleted);
        }
    }

    /**
     * The next entry; null at the end.
     *
     * @throws FailedException if it is not as kstash left it
     */
    @Nullable IndexEntry read() throws IOException {
        position = next;
        if (position >= end) {
            return null;
        }
        byte[] line = line();
        next += line.length + 1;
        return JournalLine.decode(line, 0, line.length, IndexEntry.class)
                .orElseThrow(() -> new FailedException("The index " + file + " is damaged at byte " + position
                        + ": restore it. Until then, what was written cannot be checked"));
    }

    /** Where the entry that was read last begins. */
    long position() {
        return position;
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next >= 0 && next != '\n'; next = bytes.read()) {
            line.write(next);
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
