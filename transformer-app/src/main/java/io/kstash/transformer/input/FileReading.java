package io.kstash.transformer.input;

import io.kstash.app.StopSignal;
import io.kstash.codecs.line.LineSplitter;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Decoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One file on its way from the position where its reading stopped to its end. */
final class FileReading {
    private static final int CHUNK = 256 * 1024;
    private static final FieldReference PATH_IN_METADATA = FieldReference.of("[@metadata][path]");

    private final Path file;
    private final FileIdentity identity;
    private final ReadPositions positions;
    private final EventReceiver events;
    private final Decoder decoder;
    private final LineSplitter splitter;
    private final HostFields host;
    private final FieldReference pathField;
    private long position;

    FileReading(FileInput input, Path file, FileIdentity identity, ReadPositions positions, EventReceiver events) {
        this.file = file;
        this.identity = identity;
        this.positions = positions;
        this.events = events;
        this.decoder = input.codec().newLineDecoder();
        this.splitter = new LineSplitter(input.delimiter());
        this.host = HostFields.of(input.ecs(), "[host][name]");
        this.pathField = FieldReference.of(input.ecs() ? "[log][file][path]" : "path");
    }

    /** Reads to the end; false if it was stopped before. */
    boolean run(StopSignal stop) throws IOException {
        position = positions.of(identity);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(position);
            byte[] buffer = new byte[CHUNK];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                accept(Arrays.copyOf(buffer, length));
                if (stop.isRequested()) {
                    return false;
                }
            }
        }
        acceptRest();
        return true;
    }

    private void accept(byte[] chunk) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        splitter.split(chunk, lines::add);
        for (byte[] line : lines) {
            acceptLine(line);
        }
        position += chunk.length;
        remember(position - splitter.restLength());
    }

    /** What follows the last delimiter is a line too: a file that is read here does not grow any more. */
    private void acceptRest() throws IOException {
        byte[] rest = splitter.takeRest();
        if (rest.length > 0) {
            acceptLine(rest);
            remember(position);
        }
    }

    private void remember(long read) throws IOException {
        events.flush();
        positions.put(identity, read, file);
    }

    private void acceptLine(byte[] line) throws IOException {
        List<Event> decoded = new ArrayList<>();
        decoder.decode(line, Timestamp.now(), decoded::add);
        for (Event event : decoded) {
            event.set(PATH_IN_METADATA, file.toString());
            host.add(event);
            HostFields.addUnlessTaken(event, pathField, file.toString());
            events.accept(event);
        }
    }
}
