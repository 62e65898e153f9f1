package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Appends to files so that it survives power loss. No file stays open. Used under the write lock. */
final class FileAppender {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Disk disk;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long position;

    FileAppender(Disk disk) {
        this.disk = disk;
    }

    /** Cuts what is behind a length, synced. A file that is not there has nothing. */
    void cut(Path file, long length) throws IOException {
        if (FileLook.at(file).filter(look -> look.length() > length).isPresent()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
                disk.sync(channel);
            }
        }
    }

    /**
     * Writes behind a length, synced; what is there was never acknowledged and is cut.
     *
     * @param state how long the file has to be at least, and which file it is if that is known
     * @return the length of the file then
     * @throws ShortFileException if it is shorter
     * @throws ReplacedFileException if it is another file by now
     */
    long append(Path file, FileState state, List<byte[]> lines) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            requireSame(file, state); // Looked at after it was opened: it is the one that was opened, then.
            if (channel.size() < state.length()) {
                throw new ShortFileException(file, channel.size(), state.length());
            }
            channel.truncate(state.length());
            position = state.length();
            buffer.clear();
            for (byte[] line : lines) {
                put(line, channel);
            }
            drain(channel);
            disk.sync(channel);
            return position;
        }
    }

    private static void requireSame(Path file, FileState state) throws IOException {
        boolean same = state.inode() == FileState.UNKNOWN
                || FileLook.at(file)
                        .filter(look -> look.inode() == state.inode())
                        .isPresent();
        if (!same) {
            throw new ReplacedFileException(file);
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
        int length = buffer.remaining();
        disk.write(channel, buffer, position);
        position += length;
        buffer.clear();
    }
}
