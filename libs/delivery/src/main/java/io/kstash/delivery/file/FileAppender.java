package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends to files so that it survives power loss. No file stays open. Used under the write lock. */
final class FileAppender {
    private static final int BUFFER_BYTES = 1 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    /** Cuts what is behind a length, synced. */
    void cut(Path file, long length) throws IOException {
        if (length(file) > length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
                channel.force(true);
            }
        }
    }

    /** 0 if it does not exist. */
    long length(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /**
     * Writes at the end, synced.
     *
     * @return the length of the file then
     */
    long append(Path file, List<byte[]> lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            buffer.clear();
            for (byte[] line : lines) {
                put(line, channel);
            }
            drain(channel);
            channel.force(false); // Without the modification time; the length is part of it.
            return channel.position();
        }
    }

    private void put(byte[] line, FileChannel channel) throws IOException {
        int done = 0;
        while (done < line.length) {
            int some = Math.min(line.length - done, buffer.remaining());
            buffer.put(line, done, some);
            done += some;
            if (!buffer.hasRemaining()) {
                drain(channel);
            }
        }
    }

    private void drain(FileChannel channel) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
