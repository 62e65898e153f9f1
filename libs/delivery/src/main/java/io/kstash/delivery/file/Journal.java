package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far the files of a destination are: an append-only file of checked lines, a header and then what changed with each
 * write, replaced by a short one when it has grown. Several processes append to it in turn. Used under the write lock; after
 * an exception it must not be used any more.
 */
final class Journal implements AutoCloseable {
    /** Beyond what a fresh journal has; some thousand entries. */
    private static final long GROWTH_BYTES = 256 * 1024;

    private final Path file;
    private final Disk disk;
    private JournalHeader header;
    private JournalState state = new JournalState();
    private FileChannel channel;
    private Object fileKey;
    private long end;
    private long freshEnd;

    private Journal(Path file, JournalHeader header, FileChannel channel, Disk disk) throws IOException {
        this.file = file;
        this.disk = disk;
        this.header = header;
        this.channel = channel;
        this.fileKey = key(file);
    }

    /** Reads the journal, or begins one with this header if there is none. */
    static Journal open(Path file, JournalHeader ifNew, Disk disk) throws IOException {
        if (!Files.exists(file)) {
            write(file, ifNew, new JournalEntry(1, Map.of(), 0, Map.of()), disk);
        }
        FileChannel channel = openChannel(file);
        try {
            Journal journal = new Journal(file, readHeader(file, channel), channel, disk);
            journal.readFromStart();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    JournalHeader header() {
        return header;
    }

    /** Brings a journal of a former format to the present one; an older kstash, which keeps no index, refuses it then. */
    void upgrade() throws IOException {
        if (header.format() != JournalHeader.FORMAT) {
            header = header.inPresentFormat();
            replace();
        }
    }

    /**
     * Begins the journal of another source in place of this one, which is closed. The files are as long as they are; the
     * position is where that source was left, or none. This one's position is kept beside, should its source come back.
     */
    Journal handOverTo(JournalHeader successor) throws IOException {
        Path left = keptFor(successor);
        Map<Integer, Long> position = Map.of();
        if (Files.exists(left)) {
            try (Journal former = open(left, successor, disk)) {
                position = former.state.offsets();
            }
        }
        JournalEntry own = state.whole();
        write(keptFor(header), header, own, disk);
        write(file, successor, new JournalEntry(1, own.files(), own.index(), position), disk);
        close();
        return open(file, successor, disk);
    }

    private Path keptFor(JournalHeader source) {
        return file.resolveSibling(file.getFileName() + "." + source.topicId());
    }

    /** What is known of each file, by its path from the root. */
    Map<String, FileState> files() {
        return Map.copyOf(state.files());
    }

    /** Empty for a file that was never written. */
    Optional<FileState> file(String path) {
        return Optional.ofNullable(state.files().get(path));
    }

    /** The synced length of the index. */
    long index() {
        return state.index();
    }

    /** Empty for a partition of which nothing was written. */
    OptionalLong nextOffset(int partition) {
        Long offset = state.offsets().get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    /**
     * Reads what other processes wrote meanwhile.
     *
     * @throws DamagedJournalException if somebody else changed, replaced or deleted it
     */
    void refresh() throws IOException {
        if (!key(file).equals(fileKey)) {
            reopen();
            if (!readHeader(file, channel).equals(header)) {
                throw new DamagedJournalException(file, "was replaced while this process used it");
            }
            readFromStart();
        } else if (channel.size() < end) {
            throw new DamagedJournalException(file, "was cut while this process used it");
        } else if (channel.size() > end) {
            read();
        }
    }

    /**
     * Adds an entry, synced.
     *
     * @param files the new states of these
     * @param index the new synced length of the index
     * @param nextOffsets of these partitions
     */
    void append(Map<String, FileState> files, long index, Map<Integer, Long> nextOffsets) throws IOException {
        if (end > 2 * freshEnd + GROWTH_BYTES) {
            replace();
        }
        JournalEntry entry = new JournalEntry(state.sequence() + 1, files, index, nextOffsets);
        byte[] line = JournalLine.encode(entry);
        disk.write(channel, ByteBuffer.wrap(line), end);
        disk.sync(channel);
        end += line.length;
        state.apply(entry, file);
    }

    /** Takes back what a write has left that failed. */
    void cut() throws IOException {
        channel.truncate(end);
    }

    private void replace() throws IOException {
        write(file, header, state.whole(), disk);
        reopen();
        readFromStart();
    }

    /** A new file takes the place of the old one at once or not at all. */
    private static void write(Path file, JournalHeader header, JournalEntry state, Disk disk) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            byte[] first = JournalLine.encode(header);
            disk.write(channel, ByteBuffer.wrap(first), 0);
            disk.write(channel, ByteBuffer.wrap(JournalLine.encode(state)), first.length);
            disk.sync(channel);
        } catch (IOException e) {
            Files.deleteIfExists(fresh); // It may have taken the last room.
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durably.syncFolder(Durably.folderOf(file));
    }

    private void reopen() throws IOException {
        channel.close();
        channel = openChannel(file);
        fileKey = key(file);
    }

    private static FileChannel openChannel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static Object key(Path file) throws IOException {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException e) {
            throw new DamagedJournalException(file, "was deleted while this process used it");
        }
    }

    private static JournalHeader readHeader(Path file, FileChannel channel) throws IOException {
        byte[] bytes = bytes(channel, 0);
        JournalHeader header = JournalLine.decode(bytes, 0, JournalLine.end(bytes, 0), JournalHeader.class)
                .orElseThrow(() -> new DamagedJournalException(file, "is damaged in its first line"));
        if (header.format() < 1 || header.format() > JournalHeader.FORMAT) {
            throw new DamagedJournalException(
                    file, "has format " + header.format() + ", which this kstash cannot read");
        }
        return header;
    }

    private void readFromStart() throws IOException {
        state = new JournalState();
        byte[] bytes = bytes(channel, 0);
        end = JournalLine.end(bytes, 0) + 1L;
        freshEnd = JournalLine.end(bytes, (int) end) + 1L;
        read();
    }

    private void read() throws IOException {
        byte[] bytes = bytes(channel, end);
        int start = 0;
        while (start < bytes.length) {
            int lineEnd = JournalLine.end(bytes, start);
            if (lineEnd == bytes.length || !JournalLine.isIntact(bytes, start, lineEnd)) {
                dropTorn(bytes, lineEnd);
                return;
            }
            state.apply(
                    JournalLine.decode(bytes, start, lineEnd, JournalEntry.class)
                            .orElseThrow(),
                    file);
            end += lineEnd + 1 - start;
            start = lineEnd + 1;
        }
    }

    /** Only the last entry can be torn: each is synced before the next is written. */
    private void dropTorn(byte[] bytes, int tornEnd) throws IOException {
        for (int start = tornEnd + 1; start < bytes.length; start = JournalLine.end(bytes, start) + 1) {
            if (JournalLine.isIntact(bytes, start, JournalLine.end(bytes, start))) {
                throw new DamagedJournalException(file, "is damaged at byte " + end);
            }
        }
        channel.truncate(end);
    }

    private static byte[] bytes(FileChannel channel, long from) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {}
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
