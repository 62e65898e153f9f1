package io.kstash.delivery.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps two journals from having the same file: each destination would take the other's lines for its own that were not
 * acknowledged, and cut them. Paths with {@code %{...}} of several outputs or pipelines can meet in one file without
 * anybody knowing before.
 */
final class Claims {
    private final Path own;

    /** @param own the journal that does not count */
    Claims(Path own) {
        this.own = own;
    }

    /** Another journal that has this file: its own one, or one in the folders above it. */
    Optional<Path> otherJournalOf(Path file) throws IOException {
        Path single = file.resolveSibling(file.getFileName() + FileLayout.SINGLE_JOURNAL);
        if (!single.equals(own) && Files.exists(single)) {
            return Optional.of(single);
        }
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Optional<Path> found = journalIn(folder, file);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Path> journalIn(Path folder, Path file) throws IOException {
        if (!Files.isReadable(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(folder, FileLayout.JOURNALS_BELOW)) {
            for (Path journal : journals) {
                if (!journal.equals(own)
                        && names(journal, folder.relativize(file).toString())) {
                    return Optional.of(journal);
                }
            }
        }
        return Optional.empty();
    }

    /** Reads it as it is, without its lock: what its owner is adding right now may be missed. */
    private static boolean names(Path journal, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(journal);
        int start = JournalLine.end(bytes, 0) + 1; // Behind the header.
        while (start < bytes.length) {
            int end = JournalLine.end(bytes, start);
            Optional<JournalEntry> entry = JournalLine.decode(bytes, start, end, JournalEntry.class);
            if (entry.isPresent() && entry.get().files().containsKey(file)) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }
}
