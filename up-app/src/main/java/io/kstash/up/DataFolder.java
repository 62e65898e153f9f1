package io.kstash.up;

import io.kstash.app.FileTree;
import io.kstash.app.ProcessLock;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs write, in one folder. The file {@value #MARKER} says that the folder is kstash's own, so that deleting its
 * contents is nobody's loss; it is locked as long as a run uses the folder.
 */
final class DataFolder implements AutoCloseable {
    private static final String MARKER = ".kstash";

    /** Files that belong to the checkout, not to a run. */
    private static final Set<String> KEPT = Set.of(MARKER, ".gitignore");

    private final Path root;
    private final @Nullable ProcessLock lock;

    private DataFolder(Path root, @Nullable ProcessLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes a folder for a run; creates it if need be.
     *
     * @param checkoutData the checkout's own data folder, which is kstash's in any case
     * @param fresh whether what earlier runs left is deleted
     * @throws UsageException if another run uses it, it cannot be written, or it is to be deleted and is not kstash's
     */
    static DataFolder open(Path folder, Path checkoutData, boolean fresh) {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            boolean own = contents(root).isEmpty()
                    || Files.exists(root.resolve(MARKER))
                    || root.equals(checkoutData.toAbsolutePath().normalize());
            if (fresh && !own) {
                throw new UsageException(root + " does not look like kstash's data (there is no file " + MARKER
                        + " in it): delete it yourself, or choose another folder with --data");
            }
            // A folder with somebody's files never gets the marker, which would allow to delete them.
            DataFolder data = new DataFolder(root, own ? lock(root) : null);
            Files.createDirectories(data.logs());
            if (fresh) {
                data.deleteContents();
                Files.createDirectories(data.logs());
            }
            return data;
        } catch (IOException e) {
            throw new UsageException("Cannot write to " + root + " (" + e + "): choose another folder with --data", e);
        }
    }

    private static ProcessLock lock(Path root) throws IOException {
        return ProcessLock.tryTake(root.resolve(MARKER))
                .orElseThrow(() -> new UsageException(
                        "Another run of up uses " + root + ": stop it, or choose another folder with --data"));
    }

    Path root() {
        return root;
    }

    /** What the processes print. */
    Path logs() {
        return root.resolve("logs");
    }

    Path log(String app) {
        return logs().resolve(app + ".log");
    }

    private static List<Path> contents(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.filter(entry -> !KEPT.contains(entry.getFileName().toString()))
                    .toList();
        }
    }

    private void deleteContents() throws IOException {
        for (Path entry : contents(root)) {
            FileTree.delete(entry);
        }
    }

    @Override
    public void close() {
        if (lock != null) {
            lock.close();
        }
    }
}
