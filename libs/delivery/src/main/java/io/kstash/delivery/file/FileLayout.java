package io.kstash.delivery.file;

import io.kstash.delivery.DeliveryRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of a destination are, and its journal.
 *
 * @param root absolute; all files are below it, and the journal knows them by their paths from there
 * @param single the one file, or empty if each record says in which file it goes
 * @param journal beside the files
 * @param index beside the files
 * @param lock beside the files
 */
record FileLayout(Path root, Optional<String> single, Path journal, Path index, Path lock) {
    /** Gets the records whose own path cannot be used; Logstash's name for it. */
    static final String FAILURES = "_filepath_failures";

    /** Of the journal of one file, after its name. */
    static final String SINGLE_JOURNAL = ".kstash-journal";

    private static final String SINGLE_INDEX = ".kstash-index";

    /** The names of the journals of files that the records name. */
    static final String JOURNALS_BELOW = ".kstash-*.journal";

    private static final String PREFIX = ".kstash-";
    private static final String LOCK_SUFFIX = ".kstash-lock";

    /** All records go into one file. */
    static FileLayout single(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        return new FileLayout(
                Durably.folderOf(absolute),
                Optional.of(name),
                absolute.resolveSibling(name + SINGLE_JOURNAL),
                absolute.resolveSibling(name + SINGLE_INDEX),
                absolute.resolveSibling(name + LOCK_SUFFIX));
    }

    /** Each record has its own path. */
    static FileLayout below(Path root, String name) {
        Path absolute = root.toAbsolutePath().normalize();
        String hidden = PREFIX + name.replaceAll("[^A-Za-z0-9._-]", "_");
        return new FileLayout(
                absolute,
                Optional.empty(),
                absolute.resolve(hidden + ".journal"),
                absolute.resolve(hidden + ".index"),
                absolute.resolve(hidden + ".lock"));
    }

    /** The file that a record goes into, from the root. Asks the file system. */
    String fileOf(DeliveryRecord delivered) {
        return single.orElseGet(() -> delivered.path().map(this::fileAt).orElse(FAILURES));
    }

    /** What a person calls it: the one file, or the root of all. */
    Path place() {
        return single.map(this::resolve).orElse(root);
    }

    Path resolve(String file) {
        return root.resolve(file);
    }

    private String fileAt(String path) {
        try {
            Path file = root.resolve(path).normalize();
            if (!file.startsWith(root) || file.equals(root)) {
                return FAILURES;
            }
            Path inside = root.relativize(file);
            return canBeFile(inside) ? inside.toString() : FAILURES;
        } catch (InvalidPathException e) {
            return FAILURES;
        }
    }

    private boolean canBeFile(Path inside) {
        for (Path name : inside) {
            if (isReserved(name.toString())) {
                return false;
            }
        }
        return new FileRoot(root).canHold(inside);
    }

    private static boolean isReserved(String name) {
        return name.startsWith(PREFIX)
                || name.contains(SINGLE_JOURNAL)
                || name.endsWith(SINGLE_INDEX)
                || name.endsWith(LOCK_SUFFIX);
    }
}
