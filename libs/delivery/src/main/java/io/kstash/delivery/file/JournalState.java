package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the entries of a journal say together. */
final class JournalState {
    private final Map<String, FileState> files = new HashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private long index;
    private long sequence;

    /** By path from the root; only to be read. */
    Map<String, FileState> files() {
        return files;
    }

    /** Next offset by partition; only to be read. */
    Map<Integer, Long> offsets() {
        return offsets;
    }

    /** The synced length of the index. */
    long index() {
        return index;
    }

    /** Of the last entry. */
    long sequence() {
        return sequence;
    }

    /** @throws DamagedJournalException if it is not the one after the last one */
    void apply(JournalEntry entry, Path journal) throws IOException {
        // The first entry of a journal that was made short has the sequence number of the last one that it replaces.
        if (sequence != 0 && entry.sequence() != sequence + 1) {
            throw new DamagedJournalException(journal, "lacks the entry " + (sequence + 1));
        }
        sequence = entry.sequence();
        index = entry.index();
        files.putAll(entry.files());
        offsets.putAll(entry.offsets());
    }

    /** All of it in one entry. */
    JournalEntry whole() {
        return new JournalEntry(sequence, Map.copyOf(files), index, Map.copyOf(offsets));
    }
}
