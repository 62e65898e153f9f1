package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A journal as it is at one moment, read without its lock: what its owner is adding right now may be missed. */
record JournalSnapshot(JournalHeader header, JournalState state) {
    /**
     * Reads it.
     *
     * @return empty if there is none
     * @throws DamagedJournalException if it is not as kstash left it
     */
    static Optional<JournalSnapshot> read(Path journal) throws IOException {
        try {
            return Optional.of(of(Files.readAllBytes(journal), journal));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static JournalSnapshot of(byte[] bytes, Path journal) throws IOException {
        int end = JournalLine.end(bytes, 0);
        JournalHeader header = JournalLine.decode(bytes, 0, end, JournalHeader.class)
                .orElseThrow(() -> new DamagedJournalException(journal, "is damaged in its first line"));
        JournalState state = new JournalState();
        for (int start = end + 1; start < bytes.length; start = end + 1) {
            end = JournalLine.end(bytes, start);
            Optional<JournalEntry> entry = JournalLine.decode(bytes, start, end, JournalEntry.class);
            if (entry.isEmpty()) {
                break; // The last one, which is being written.
            }
            state.apply(entry.get(), journal);
        }
        return new JournalSnapshot(header, state);
    }
}
