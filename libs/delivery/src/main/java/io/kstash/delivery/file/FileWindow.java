package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** A part of a file in memory, which follows what is asked for. For one thread. */
final class FileWindow implements AutoCloseable {
    private static final int BYTES = 256 * 1024;

    private final FileChannel channel;
    private final long size;
    private final CRC32C crc = new CRC32C();
    private byte[] bytes = new byte[BYTES];
    private long start;
    private int filled;

    FileWindow(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.size = channel.size();
    }

    /** The length of the file when it was opened. */
    long size() {
        return size;
    }

    /** Whether this line's bytes are there. */
    boolean holds(IndexedLine line, long position) throws IOException {
        return position + line.length() <= size && checksum(position, line.length()) == line.crc32c();
    }

    /** Of bytes that are within the file. */
    int checksum(long position, int length) throws IOException {
        load(position, length);
        crc.reset();
        crc.update(bytes, (int) (position - start), length);
        return (int) crc.getValue();
    }

    /** Where the line ends that begins there, behind its line end; the end of the file, or the limit, if that comes first. */
    long lineEnd(long position, int limit) throws IOException {
        int length = (int) Math.min(limit, size - position);
        for (int chunk = Math.min(length, 4096); ; chunk = Math.min(length, 4 * chunk)) {
            load(position, chunk);
            int from = (int) (position - start);
            for (int i = from; i < from + chunk; i++) {
                if (bytes[i] == '\n') {
                    return start + i + 1;
                }
            }
            if (chunk == length) {
                return position + length;
            }
        }
    }

    private void load(long position, int length) throws IOException {
        if (position >= start && position + length <= start + filled) {
            return;
        }
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {}
        start = position;
        filled = buffer.position();
        if (filled < length) {
            throw new IOException("The file was cut while it was read");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
