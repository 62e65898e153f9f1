package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Writes and syncs; all that a destination writes goes through here. A test may stand in for a disk. */
class Disk {
    /** Of what is written at once no more than this needs to fit for a disk not to be full. */
    private static final long LITTLE_BYTES = 64 * 1024;

    /** Writes all of it there. */
    final void write(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += writeSome(channel, bytes, at);
        }
    }

    int writeSome(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        return channel.write(bytes, position);
    }

    /**
     * Makes it survive power loss, without the modification time; the length is part of it.
     *
     * @throws FailedSyncException if not: nobody knows what the disk has
     */
    void sync(FileChannel channel) throws IOException {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new FailedSyncException(e);
        }
    }

    /** Whether a write failed because there was no room. The system's message may be in any language. */
    static boolean isFull(IOException failure, Path folder) throws IOException {
        String message = Objects.requireNonNullElse(failure.getMessage(), "");
        return !(failure instanceof FailedSyncException)
                && (message.contains("No space left on device")
                        || message.contains("Disk quota exceeded")
                        || Files.getFileStore(folder).getUsableSpace() < LITTLE_BYTES);
    }

    /** After it nobody knows what the disk has. */
    static final class FailedSyncException extends IOException {
        FailedSyncException(IOException cause) {
            super(cause.toString(), cause);
        }
    }
}
