package io.kstash.delivery.file;

import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.delivery.DeliveryRecord;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.Destination;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to files, each record exactly once, through {@code kill -9} and power loss. A journal beside the files holds how
 * long they are and which offsets come next; it is written and synced after the lines are. What is behind the journalled
 * length was never acknowledged, and is cut.
 *
 * <p>Processes of one group on one machine share files and journal. Those of another group are refused. What comes from a
 * topic of the same name in another Kafka, or one that was created again, is appended to what is there.
 */
public final class FileDestination implements Destination {
    private static final Logger LOG = LoggerFactory.getLogger(FileDestination.class);

    private final FileLayout layout;
    private final String name;
    private final Refusal refusal;
    private final Claims claims;
    private final FileAppender appender = new FileAppender();
    private @Nullable WriteLock lock;
    private @Nullable Journal journal;

    private FileDestination(FileLayout layout, String name) {
        this.layout = layout;
        this.name = name;
        this.claims = new Claims(layout.journal());
        this.refusal = new Refusal(layout);
    }

    /**
     * One file for all records, whatever their paths are.
     *
     * @param file its folder is created if need be, and its content is kept
     * @param name for the journal, to tell owners apart: the output's id
     */
    public static FileDestination single(Path file, String name) {
        return new FileDestination(FileLayout.single(file), name);
    }

    /**
     * Files that the records name by {@link io.kstash.delivery.DeliveryHeaders#PATH}. A record whose path leaves the root,
     * or cannot be a file, goes to {@code _filepath_failures} in the root.
     *
     * @param root created if need be
     * @param name for the journal and its file name: the output's id
     */
    public static FileDestination below(Path root, String name) {
        return new FileDestination(FileLayout.below(root, name), name);
    }

    @Override
    public void open(DeliverySource source) {
        try {
            Durably.createFolders(layout.root());
            lock = WriteLock.open(layout.lock());
            journal = lock.with(() -> openJournal(source));
        } catch (DamagedJournalException e) {
            throw refusal.damaged(e);
        } catch (IOException e) {
            throw new UsageException(
                    "Cannot write to " + layout.root() + " (" + e + "): make it writable, or choose another path", e);
        }
    }

    private Journal openJournal(DeliverySource source) throws IOException {
        JournalHeader own = JournalHeader.of(source, name);
        Journal opened = Journal.open(layout.journal(), own);
        try {
            if (!opened.header().hasOwner(source, name)) {
                throw refusal.owner(opened.header(), source, name);
            }
            cutWhatWasNotAcknowledged(opened);
            return opened.header().countsOffsetsOf(source) ? opened : goOnBehindFormerSource(opened, own);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** A Kafka that was set up anew is no reason to stop: its records are others. */
    private Journal goOnBehindFormerSource(Journal former, JournalHeader own) throws IOException {
        LOG.warn(
                "{} holds what came from topic {} with id {}, in Kafka cluster {}. It stays; now follows what comes from the"
                        + " topic of this name with id {}, in cluster {}",
                layout.place(),
                own.topic(),
                former.header().topicId(),
                former.header().cluster(),
                own.topicId(),
                own.cluster());
        return former.handOverTo(own);
    }

    /** Nothing is cut before all files are known to be complete. */
    private void cutWhatWasNotAcknowledged(Journal opened) throws IOException {
        for (Map.Entry<String, Long> entry : opened.files().entrySet()) {
            requireLength(entry.getKey(), entry.getValue());
        }
        for (Map.Entry<String, Long> entry : opened.files().entrySet()) {
            appender.cut(layout.resolve(entry.getKey()), entry.getValue());
        }
    }

    private void requireLength(String file, long length) throws IOException {
        long actual = appender.length(layout.resolve(file));
        if (actual < length) {
            throw refusal.shorter(layout.resolve(file), actual, length);
        }
    }

    @Override
    public OptionalLong nextOffset(int partition, OptionalLong committed) {
        return locked(current -> current.nextOffset(partition));
    }

    @Override
    public long write(List<PartitionBatch> batches) {
        return locked(current -> write(batches, current));
    }

    private long write(List<PartitionBatch> batches, Journal current) throws IOException {
        Map<String, List<byte[]>> lines = linesByFile(batches, current);
        begin(lines, current);
        Map<String, Long> lengths = new HashMap<>();
        long written = 0;
        for (Map.Entry<String, List<byte[]>> entry : lines.entrySet()) {
            String file = entry.getKey();
            lengths.put(file, append(file, current.length(file).orElseThrow(), entry.getValue()));
            written += entry.getValue().size();
        }
        Map<Integer, Long> offsets = advanced(batches, current);
        if (!lengths.isEmpty() || !offsets.isEmpty()) {
            current.append(lengths, offsets);
        }
        return written;
    }

    private long append(String file, long length, List<byte[]> lines) throws IOException {
        requireLength(file, length);
        appender.cut(layout.resolve(file), length); // Behind it is what a process left that died meanwhile.
        return appender.append(layout.resolve(file), lines);
    }

    /** Without what another process wrote already: this one may have slept while its partitions moved on. */
    private Map<String, List<byte[]>> linesByFile(List<PartitionBatch> batches, Journal current) throws IOException {
        Map<String, List<byte[]>> lines = new LinkedHashMap<>();
        Map<String, String> files = new HashMap<>();
        for (PartitionBatch batch : batches) {
            long next = current.nextOffset(batch.partition()).orElse(0);
            for (DeliveryRecord delivered : batch.records()) {
                if (delivered.offset() >= next) {
                    String file = fileOf(delivered, files, current);
                    lines.computeIfAbsent(file, key -> new ArrayList<>()).add(delivered.value());
                }
            }
        }
        return lines;
    }

    /** @param files what was found in this batch by path, because each time asks the file system */
    private String fileOf(DeliveryRecord delivered, Map<String, String> files, Journal current) throws IOException {
        String path = delivered.path().orElse("");
        String known = files.get(path);
        if (known != null) {
            return known;
        }
        String file = layout.fileOf(delivered);
        if (current.length(file).orElse(0) == 0) {
            Durably.createFile(layout.resolve(file));
        }
        files.put(path, file);
        return file;
    }

    /** Journals how long a file was before the first line of ours, so that even that line can be cut. */
    private void begin(Map<String, List<byte[]>> lines, Journal current) throws IOException {
        Map<String, Long> found = new HashMap<>();
        for (String file : lines.keySet()) {
            if (current.length(file).isEmpty()) {
                found.put(file, appender.length(layout.resolve(file)));
            }
        }
        if (!found.isEmpty()) {
            requireUnclaimed(found.keySet());
            current.append(found, Map.of());
        }
    }

    private void requireUnclaimed(Set<String> found) throws IOException {
        for (String file : found) {
            Optional<Path> other = claims.otherJournalOf(layout.resolve(file));
            if (other.isPresent()) {
                throw refusal.claimed(layout.resolve(file), other.get());
            }
        }
    }

    private static Map<Integer, Long> advanced(List<PartitionBatch> batches, Journal current) {
        Map<Integer, Long> offsets = new HashMap<>();
        for (PartitionBatch batch : batches) {
            if (batch.nextOffset() > current.nextOffset(batch.partition()).orElse(0)) {
                offsets.put(batch.partition(), batch.nextOffset());
            }
        }
        return offsets;
    }

    /** Never holds the lock longer than this. */
    private <T> T locked(Work<T> work) {
        WriteLock openLock = lock;
        Journal openJournal = journal;
        if (openLock == null || openJournal == null) {
            throw new IllegalStateException("Not open: " + layout.journal());
        }
        try {
            return openLock.with(() -> {
                openJournal.refresh();
                return work.on(openJournal);
            });
        } catch (DamagedJournalException e) {
            throw refusal.damaged(e);
        } catch (IOException e) {
            throw new FailedException(
                    "Cannot write to " + layout.root() + " (" + e
                            + "): check the disk. The next start goes on behind the" + " last record that is safe",
                    e);
        }
    }

    @Override
    public String howToStartAnew() {
        return "stop all processes of the group, " + refusal.startAnew();
    }

    @Override
    public void close() {
        try {
            if (journal != null) {
                journal.close();
            }
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done under the lock. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Journal journal) throws IOException;
    }
}
