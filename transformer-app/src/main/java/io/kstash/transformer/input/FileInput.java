package io.kstash.transformer.input;

import io.kstash.app.StopSignal;
import io.kstash.plugin.Codec;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads files from where it stopped to their end, one after the other. A line at the end of a file counts also without a
 * delimiter.
 *
 * @param exitAfterRead false looks for new files until it is stopped
 * @param sincedb remembers how far each file is read; absent for a file of its own in the data folder
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileInput(
        FileSelection selection,
        boolean exitAfterRead,
        Optional<Path> sincedb,
        Completion completion,
        byte[] delimiter,
        Codec codec,
        boolean ecs)
        implements LocalInput {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /**
     * What happens to a file that is read.
     *
     * @param log lists it
     */
    record Completion(Optional<Path> log, boolean delete) {
        void apply(Path file) throws IOException {
            if (log.isPresent()) {
                Files.writeString(log.get(), file + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            if (delete) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void read(Surroundings surroundings, EventReceiver events) throws IOException {
        ReadPositions positions = ReadPositions.load(sincedb.orElseGet(() -> ownSincedb(surroundings)));
        boolean foundAny = readNew(positions, surroundings, events);
        if (exitAfterRead && !foundAny) {
            surroundings.warnings().accept("No file matches " + String.join(", ", selection.paths()));
        }
        while (!exitAfterRead && !isStopped(surroundings)) {
            readNew(positions, surroundings, events);
        }
    }

    /** Reads what there is; false if there is no file at all. */
    private boolean readNew(ReadPositions positions, Surroundings surroundings, EventReceiver events)
            throws IOException {
        List<Path> files = selection.find();
        for (Path file : files) {
            if (surroundings.stop().isRequested()) {
                return true;
            }
            try {
                readFile(file, positions, surroundings.stop(), events);
            } catch (NoSuchFileException deletedMeanwhile) {
                // Whoever deleted it does not want it to be read.
            }
        }
        return !files.isEmpty();
    }

    private void readFile(Path file, ReadPositions positions, StopSignal stop, EventReceiver events)
            throws IOException {
        FileIdentity identity = FileIdentity.of(file);
        long size = Files.size(file);
        if (positions.of(identity) > size) {
            positions.remove(identity);
        }
        if (positions.of(identity) < size && new FileReading(this, file, identity, positions, events).run(stop)) {
            completion.apply(file);
            if (completion.delete()) {
                positions.remove(identity);
            }
        }
    }

    private static boolean isStopped(Surroundings surroundings) throws IOException {
        try {
            return surroundings.stop().await(LOOK_EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for files");
        }
    }

    private Path ownSincedb(Surroundings surroundings) {
        String name = Integer.toHexString(selection.paths().hashCode());
        return surroundings.data().resolve("sincedb-" + name);
    }
}
