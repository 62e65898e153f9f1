package io.kstash.transformer.streams;

import io.kstash.app.FailedException;
import io.kstash.app.ProcessLock;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Who this process is in its group: an id that it keeps over restarts, also after kill -9, so that Kafka takes the new
 * process for the old one at once, instead of waiting until the old one's session and transaction have timed out.
 *
 * <p>The id lives in a folder of its own below the data folder. Processes of one group on one host take the first folder
 * that no other holds; the operating system gives it back when a process ends, however it ends.
 */
final class InstanceIdentity implements AutoCloseable {
    private static final int MOST_INSTANCES = 1_000;

    private final Path folder;
    private final String id;
    private final ProcessLock lock;

    private InstanceIdentity(Path folder, String id, ProcessLock lock) {
        this.folder = folder;
        this.id = id;
        this.lock = lock;
    }

    /**
     * Takes the first identity that is free.
     *
     * @param group the folder of the group below the data folder; created if missing
     */
    static InstanceIdentity claim(Path group) {
        try {
            for (int number = 0; number < MOST_INSTANCES; number++) {
                Optional<InstanceIdentity> claimed = tryClaim(group.resolve("instance-" + number));
                if (claimed.isPresent()) {
                    return claimed.get();
                }
            }
            throw new FailedException(MOST_INSTANCES + " instances run on " + group + " already");
        } catch (AccessDeniedException denied) {
            throw new UsageException(
                    "No permission to write " + denied.getFile() + "; give another folder with --data", denied);
        } catch (IOException failed) {
            throw new FailedException("Cannot use the folder " + group + ": " + failed.getMessage(), failed);
        }
    }

    private static Optional<InstanceIdentity> tryClaim(Path folder) throws IOException {
        Files.createDirectories(folder);
        Optional<ProcessLock> lock = ProcessLock.tryTake(folder.resolve("lock"));
        return lock.isEmpty()
                ? Optional.empty()
                : Optional.of(new InstanceIdentity(folder, readOrCreate(folder.resolve("id")), lock.get()));
    }

    private static String readOrCreate(Path file) throws IOException {
        String present = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!present.isEmpty()) {
            return present;
        }
        String id = UUID.randomUUID().toString();
        Files.writeString(file, id + "\n");
        return id;
    }

    /** The same for as long as the data folder lives. */
    String id() {
        return id;
    }

    /** What Kafka Streams keeps for itself goes here. */
    Path stateFolder() {
        return folder.resolve("streams");
    }

    /** Frees the identity for another process. */
    @Override
    public void close() {
        lock.close();
    }
}
