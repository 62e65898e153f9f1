package io.kstash.delivery.file;

import io.kstash.app.FailedException;
import io.kstash.delivery.DeliverySource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What was written to the files of a destination, line by line, and whether it is still there. It only reads, needs no lock
 * and does not disturb those who write; it says what was there when it was opened. Memory is bounded, whatever the files
 * hold. Thread-safe, but for the consumers that it calls, which are called by one thread.
 */
public final class FileIndex {
    private static final int TAIL_LOOKS = 10;
    private static final long TAIL_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final FileLayout layout;
    private final Optional<JournalSnapshot> journal;

    private FileIndex(FileLayout layout) {
        this.layout = layout;
        try {
            this.journal = JournalSnapshot.read(layout.journal());
        } catch (IOException e) {
            throw failed(layout, e);
        }
    }

    /**
     * The index of {@link FileDestination#single}; empty if nothing was ever written.
     *
     * @throws FailedException if it cannot be read, or the journal is damaged
     */
    public static FileIndex open(Path file) {
        return new FileIndex(FileLayout.single(file));
    }

    /**
     * The index of {@link FileDestination#below}; empty if nothing was ever written.
     *
     * @throws FailedException if it cannot be read, or the journal is damaged
     */
    public static FileIndex open(Path root, String output) {
        return new FileIndex(FileLayout.below(root, output));
    }

    /** Where the lines came from: the offsets are those of this topic. Empty if nothing was ever written. */
    public Optional<DeliverySource> source() {
        return journal.map(JournalSnapshot::header).map(JournalHeader::source);
    }

    /**
     * For each partition of the deliveries topic the offset below which everything is written. A partition that is not in it
     * was not begun.
     */
    public Map<Integer, Long> nextOffsets() {
        return journal.map(known -> Map.copyOf(known.state().offsets())).orElse(Map.of());
    }

    /**
     * All lines, in the order in which they were written. Lines of before there was an index are not among them.
     *
     * @throws FailedException if the index cannot be read or is damaged
     */
    public void lines(Consumer<IndexedLine> lines) {
        failing(() -> blocks(generations(), (block, generation) -> BlockReader.read(block, generation.path(), lines)));
    }

    /**
     * Looks for each line in its file, and for what is in the files besides. Most of what is found comes first, in the
     * order of the lines; the rest at the end. A line that was moved to another file of the destination is found there. Where a file
     * was moved to another name in its folder, it is looked at there.
     *
     * <p>Bytes behind the last line are {@link Finding.Kind#FOREIGN} if they stay for a second without being journalled:
     * somebody appended them, or a process died while it wrote them. The next write cuts them.
     *
     * @throws FailedException if something cannot be read, or the index is damaged
     */
    public void verify(Consumer<Finding> findings) {
        failing(() -> {
            try (FileVerification verification = new FileVerification(this, findings)) {
                verification.run();
            }
        });
    }

    /** By their numbers. */
    Map<Long, Generation> generations() throws IOException {
        Map<Long, Generation> generations = new HashMap<>();
        Map<String, Long> current = new HashMap<>();
        entries((entry, position) -> {
            IndexEntry.Begin begins = entry.begins();
            if (begins != null) {
                Path path = layout.resolve(begins.file());
                generations.put(position, new Generation(path, begins.inode(), begins.from(), true));
                Long former = current.put(begins.file(), position);
                generations.computeIfPresent(former == null ? -1 : former, (number, known) -> known.superseded());
            }
            IndexEntry.Found found = entry.found();
            if (found != null) {
                generations.computeIfPresent(found.generation(), (number, known) -> known.withInode(found.inode()));
            }
        });
        return generations;
    }

    /** The lines, with the files that they are of. */
    void blocks(Map<Long, Generation> generations, BlockConsumer blocks) throws IOException {
        entries((entry, position) -> {
            IndexBlock block = entry.block();
            if (block != null) {
                Generation generation = generations.get(block.generation());
                if (generation == null) {
                    throw new FailedException(
                            "The index " + layout.index() + " has lines of a file that it does not name: restore it");
                }
                blocks.accept(block, generation);
            }
        });
    }

    /** Whether the bytes from there to the end of a file are not being written right now. Waits a moment to know. */
    boolean isForeign(Generation generation, long position) throws IOException {
        if (!generation.current() || position < journalledLength(journal, generation)) {
            return true;
        }
        for (int look = 0; look < TAIL_LOOKS; look++) {
            if (journalledLength(JournalSnapshot.read(layout.journal()), generation) > position
                    || FileLook.at(generation.path())
                            .filter(file -> file.length() > position)
                            .isEmpty()) {
                return false;
            }
            LockSupport.parkNanos(TAIL_PAUSE_NANOS);
        }
        return true;
    }

    private long journalledLength(Optional<JournalSnapshot> snapshot, Generation generation) {
        String file = layout.root().relativize(generation.path()).toString();
        return snapshot.map(known -> known.state().files().get(file))
                .map(FileState::length)
                .orElse(0L);
    }

    private void entries(EntryConsumer entries) throws IOException {
        long end = journal.map(known -> known.state().index()).orElse(0L);
        try (IndexReader reader = new IndexReader(layout.index(), end)) {
            for (IndexEntry entry = reader.read(); entry != null; entry = reader.read()) {
                entries.accept(entry, reader.position());
            }
        }
    }

    private void failing(Reading reading) {
        try {
            reading.read();
        } catch (IOException e) {
            throw failed(layout, e);
        }
    }

    private static FailedException failed(FileLayout layout, IOException failure) {
        return new FailedException("Cannot read what was written to " + layout.place() + ": " + failure, failure);
    }

    /** Gets the lines of a write. */
    @FunctionalInterface
    interface BlockConsumer {
        void accept(IndexBlock block, Generation generation) throws IOException;
    }

    @FunctionalInterface
    private interface EntryConsumer {
        /** @param position of the entry in the index */
        void accept(IndexEntry entry, long position) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }
}
