package io.kstash.transformer.local;

import io.kstash.app.FailedException;
import io.kstash.app.FileProblem;
import io.kstash.event.Event;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.output.FilePaths;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Appends events to the files that they name. Only the files used last are kept open. */
final class FileWriter implements EventWriter {
    private static final int MOST_OPEN_FILES = 64;
    private static final int BUFFER = 64 * 1024;
    private static final float LOAD_FACTOR = 0.75f;

    private final FilePaths paths;
    private final Encoder encoder;
    /** In the order of their last use. */
    private final Map<Path, OutputStream> open = new LinkedHashMap<>(MOST_OPEN_FILES, LOAD_FACTOR, true);

    FileWriter(FilePaths paths, Encoder encoder) {
        this.paths = paths;
        this.encoder = encoder;
    }

    @Override
    public void write(Event event) throws IOException {
        byte[] bytes = encoder.encode(event);
        Path file = paths.of(event);
        OutputStream stream = open.get(file);
        (stream == null ? stream(paths.writable(file)) : stream).write(bytes);
    }

    private OutputStream stream(Path file) throws IOException {
        OutputStream stream = open.get(file);
        if (stream == null) {
            closeIdle();
            stream = open(file);
            open.put(file, stream);
        }
        return stream;
    }

    private static OutputStream open(Path file) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            return new BufferedOutputStream(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), BUFFER);
        } catch (IOException denied) {
            throw new FailedException(
                    "Cannot write " + file + " (" + FileProblem.describe(denied)
                            + "): check its permissions, or change the path of the file output",
                    denied);
        }
    }

    private void closeIdle() throws IOException {
        Iterator<OutputStream> oldestFirst = open.values().iterator();
        while (open.size() >= MOST_OPEN_FILES) {
            oldestFirst.next().close();
            oldestFirst.remove();
        }
    }

    @Override
    public void flush() throws IOException {
        for (OutputStream stream : open.values()) {
            stream.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputStream stream : open.values()) {
            stream.close();
        }
        open.clear();
    }
}
