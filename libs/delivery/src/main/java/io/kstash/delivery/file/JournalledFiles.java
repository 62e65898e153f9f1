package io.kstash.delivery.file;

import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files of a destination and their index, as far as the journal says. Used under the write lock. */
final class JournalledFiles {
    private final FileLayout layout;
    private final Journal journal;
    private final Refusal refusal;
    private final FoundFiles found;
    private final Claims claims;
    private final IndexFile index;
    private final FileAppender appender;

    JournalledFiles(FileLayout layout, Journal journal, Refusal refusal, FileAppender appender) {
        this.layout = layout;
        this.journal = journal;
        this.refusal = refusal;
        this.found = new FoundFiles(layout);
        this.claims = new Claims(layout.journal());
        this.appender = appender;
        this.index = new IndexFile(layout.index(), appender);
    }

    /** Cuts what was not acknowledged. Nothing is cut before all files are known to be complete. */
    void recover() throws IOException {
        Map<String, FileState> states = new HashMap<>();
        for (Map.Entry<String, FileState> entry : journal.files().entrySet()) {
            states.put(entry.getKey(), found.look(entry.getKey(), entry.getValue()));
        }
        if (index.isLost(journal.index())) {
            states.replaceAll((file, state) -> state.notIndexed());
            journal.append(states, 0, Map.of());
        }
        for (Map.Entry<String, FileState> entry : states.entrySet()) {
            update(entry.getKey(), entry.getValue());
        }
        cut();
    }

    /** Returns how many records were written and not dropped, because they are there already. */
    long write(List<PartitionBatch> batches) throws IOException {
        try {
            return writeOnce(batches);
        } catch (ReplacedFileException e) {
            return writeOnce(batches); // Nothing was journalled; this time it is seen what happened.
        }
    }

    /** Gives back what a write has taken that failed for lack of room. */
    void cut() throws IOException {
        journal.cut();
        for (Map.Entry<String, FileState> entry : journal.files().entrySet()) {
            if (!entry.getValue().isGone()) {
                appender.cut(layout.resolve(entry.getKey()), entry.getValue().length());
            }
        }
        index.cut(journal.index());
    }

    private long writeOnce(List<PartitionBatch> batches) throws IOException {
        Map<String, FileBatch> byFile = byFile(batches);
        begin(byFile.keySet());
        Map<String, FileState> states = new HashMap<>();
        List<byte[]> entries = new ArrayList<>();
        long written = 0;
        for (Map.Entry<String, FileBatch> entry : byFile.entrySet()) {
            FileBatch batch = entry.getValue();
            FileState state = journal.file(entry.getKey()).orElseThrow();
            long length = appender.append(layout.resolve(entry.getKey()), state, batch.lines());
            entries.addAll(batch.indexEntries(state.generation(), state.length()));
            states.put(entry.getKey(), state.appended(length, batch.lines().size()));
            written += batch.lines().size();
        }
        Map<Integer, Long> offsets = advanced(batches);
        if (!states.isEmpty() || !offsets.isEmpty()) {
            journal.append(states, index.append(journal.index(), entries), offsets);
        }
        return written;
    }

    /** Without what another process wrote already: this one may have slept while its partitions moved on. */
    private Map<String, FileBatch> byFile(List<PartitionBatch> batches) throws IOException {
        Map<String, FileBatch> byFile = new LinkedHashMap<>();
        Map<String, FileBatch> byPath = new HashMap<>(); // Because each time asks the file system.
        for (PartitionBatch batch : batches) {
            long next = journal.nextOffset(batch.partition()).orElse(0);
            for (DeliveryRecord delivered : batch.records()) {
                if (delivered.offset() >= next) {
                    String path = delivered.path().orElse("");
                    FileBatch known = byPath.get(path);
                    if (known == null) {
                        known = byFile.computeIfAbsent(usable(delivered), file -> new FileBatch());
                        byPath.put(path, known);
                    }
                    known.add(delivered);
                }
            }
        }
        return byFile;
    }

    /** The file of a record, which is there then. */
    private String usable(DeliveryRecord delivered) throws IOException {
        String file = layout.fileOf(delivered);
        Optional<FileState> known = journal.file(file);
        if (known.isPresent()) {
            update(file, found.look(file, known.get()));
        }
        if (Files.notExists(layout.resolve(file))) {
            Durably.createFile(layout.resolve(file));
        }
        return file;
    }

    /** Journals that a file is gone before there is a new one, which may get its inode. */
    private void update(String file, FileState state) throws IOException {
        FileState known = journal.file(file).orElseThrow();
        if (state.equals(known)) {
            return;
        }
        List<byte[]> entries = new ArrayList<>();
        if (state.isIndexed()) {
            entries.add(JournalLine.encode(IndexEntry.of(new IndexEntry.Found(state.generation(), state.inode()))));
        }
        journal.append(Map.of(file, state), index.append(journal.index(), entries), Map.of());
    }

    /** Journals how long a file was before the first line of ours, so that even that line can be cut. */
    private void begin(Set<String> files) throws IOException {
        Map<String, FileState> begun = new HashMap<>();
        List<byte[]> entries = new ArrayList<>();
        long generation = journal.index();
        for (String file : files) {
            Optional<FileState> known = journal.file(file).filter(state -> !state.isGone());
            if (known.isEmpty() || !known.get().isIndexed()) {
                FileLook look = FileLook.at(layout.resolve(file))
                        .orElseThrow(() -> new ReplacedFileException(layout.resolve(file)));
                long from = known.map(FileState::length).orElse(look.length());
                byte[] entry = JournalLine.encode(IndexEntry.of(new IndexEntry.Begin(file, look.inode(), from)));
                begun.put(file, new FileState(from, 0, look.inode(), generation));
                entries.add(entry);
                generation += entry.length;
            }
        }
        if (!begun.isEmpty()) {
            requireUnclaimed(begun.keySet());
            journal.append(begun, index.append(journal.index(), entries), Map.of());
        }
    }

    private void requireUnclaimed(Set<String> files) throws IOException {
        for (String file : files) {
            Optional<Path> other = claims.otherJournalOf(layout.resolve(file));
            if (other.isPresent()) {
                throw refusal.claimed(layout.resolve(file), other.get());
            }
        }
    }

    private Map<Integer, Long> advanced(List<PartitionBatch> batches) {
        Map<Integer, Long> offsets = new HashMap<>();
        for (PartitionBatch batch : batches) {
            if (batch.nextOffset() > journal.nextOffset(batch.partition()).orElse(0)) {
                offsets.put(batch.partition(), batch.nextOffset());
            }
        }
        return offsets;
    }
}
