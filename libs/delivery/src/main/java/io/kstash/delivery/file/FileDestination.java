package io.kstash.delivery.file;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import io.kstash.delivery.DeliverySource;
import io.kstash.delivery.Destination;
import io.kstash.delivery.DestinationFullException;
import io.kstash.delivery.PartitionBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends to files, each record exactly once, through {@code kill -9} and power loss. A journal beside the files holds how
 * long they are and which offsets come next; it is written and synced after the lines are. What is behind the journalled
 * length was never acknowledged, and is cut. An index beside them says of each line where it came from and where it is ({@link
 * FileIndex}).
 *
 * <p>Processes of one group on one machine share files and journal. Those of another group are refused. What comes from a
 * topic of the same name in another Kafka, or one that was created again, is appended to what is there.
 */
public final class FileDestination implements Destination {
    private static final Logger LOG = LoggerFactory.getLogger(FileDestination.class);

    private final FileLayout layout;
    private final String name;
    private final Refusal refusal;
    private final Disk disk;
    private final FileAppender appender;
    private @Nullable WriteLock lock;
    private @Nullable Journal journal;

    FileDestination(FileLayout layout, String name, Disk disk) {
        this.layout = layout;
        this.name = name;
        this.disk = disk;
        this.appender = new FileAppender(disk);
        this.refusal = new Refusal(layout);
    }

    /**
     * One file for all records, whatever their paths are.
     *
     * @param file its folder is created if need be, and its content is kept
     * @param name for the journal, to tell owners apart: the output's id
     */
    public static FileDestination single(Path file, String name) {
        return new FileDestination(FileLayout.single(file), name, new Disk());
    }

    /**
     * Files that the records name by {@link io.kstash.delivery.DeliveryHeaders#PATH}. A record whose path leaves the root,
     * or cannot be a file, goes to {@code _filepath_failures} in the root.
     *
     * @param root created if need be
     * @param name for the journal and its file name: the output's id
     */
    public static FileDestination below(Path root, String name) {
        return new FileDestination(FileLayout.below(root, name), name, new Disk());
    }

    @Override
    public void open(DeliverySource source) {
        try {
            Durably.createFolders(layout.root());
            lock = WriteLock.open(layout.lock());
            journal = lock.with(() -> openJournal(source));
        } catch (IOException e) {
            throw refusal.of(e)
                    .orElseGet(() -> new UsageException(
                            "Cannot write to " + layout.root() + " (" + e
                                    + "): make it writable, or choose another path",
                            e));
        }
    }

    private Journal openJournal(DeliverySource source) throws IOException {
        JournalHeader own = JournalHeader.of(source, name);
        Journal opened = Journal.open(layout.journal(), own, disk);
        try {
            if (!opened.header().hasOwner(source, name)) {
                throw refusal.owner(opened.header(), source, name);
            }
            opened.upgrade();
            files(opened).recover();
            return opened.header().countsOffsetsOf(source) ? opened : goOnBehindFormerSource(opened, own);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private JournalledFiles files(Journal current) {
        return new JournalledFiles(layout, current, refusal, appender);
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

    @Override
    public OptionalLong nextOffset(int partition, OptionalLong committed) {
        return locked(current -> current.nextOffset(partition));
    }

    @Override
    public long write(List<PartitionBatch> batches) {
        return locked(current -> write(batches, files(current)));
    }

    private long write(List<PartitionBatch> batches, JournalledFiles files) throws IOException {
        try {
            return files.write(batches);
        } catch (IOException e) {
            if (!Disk.isFull(e, layout.root())) {
                throw e;
            }
            files.cut();
            throw new DestinationFullException(
                    "The disk of " + layout.place() + " is full (" + e.getMessage() + "): make room", e);
        }
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
        } catch (IOException e) {
            throw refusal.of(e)
                    .<AppException>map(refused -> refused)
                    .orElseGet(() -> new FailedException(
                            "Cannot write to " + layout.root() + " (" + e
                                    + "): check the disk. The next start goes on behind the last record that is safe",
                            e));
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
