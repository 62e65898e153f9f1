package io.kstash.transformer.local;

import io.kstash.engine.PlannedOutput;
import io.kstash.event.Event;
import io.kstash.transformer.output.Output;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outputs of a pipeline that runs in this process, opened. Not thread-safe. */
final class LocalOutputs implements Closeable, Flushable {
    private final Map<String, EventWriter> writers = new LinkedHashMap<>();

    /**
     * Opens the outputs.
     *
     * @throws io.kstash.app.AppException where one cannot be opened
     */
    LocalOutputs(List<PlannedOutput<Output>> outputs, Destinations destinations) throws IOException {
        try {
            for (PlannedOutput<Output> planned : outputs) {
                @Nullable EventWriter writer = destinations.open(planned.output());
                if (writer != null) {
                    writers.put(planned.id(), writer);
                }
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    void write(PlannedOutput<Output> output, Event event) throws IOException {
        EventWriter writer = writers.get(output.id());
        if (writer != null) {
            writer.write(event);
        }
    }

    @Override
    public void flush() throws IOException {
        for (EventWriter writer : writers.values()) {
            writer.flush();
        }
    }

    /** Closes all of them, also where one fails. */
    @Override
    public void close() throws IOException {
        @Nullable Exception first = null;
        for (EventWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException | RuntimeException failed) {
                first = first == null ? failed : first;
            }
        }
        if (first instanceof IOException failed) {
            throw failed;
        }
        if (first instanceof RuntimeException failed) {
            throw failed;
        }
    }
}
