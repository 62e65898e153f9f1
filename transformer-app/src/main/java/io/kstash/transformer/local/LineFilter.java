package io.kstash.transformer.local;

import io.kstash.codecs.json.JsonEvents;
import io.kstash.codecs.line.LineSplitter;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageFailure;
import io.kstash.event.Event;
import io.kstash.event.JsonWriter;
import io.kstash.event.Timestamp;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines through the filters of a pipeline, each answered before the next is looked at. An event that a filter drops is
 * not answered; one that fails is reported instead. A line that is no JSON is an event with a tag, as from the json codec.
 */
public final class LineFilter {
    private static final int CHUNK = 64 * 1024;

    private final Pipeline<?, ?> pipeline;
    private final boolean all;
    private final PrintStream out;
    private final JsonEvents decoder = new JsonEvents(PayloadText.inUtf8(), OriginalField.none(), Optional.empty());
    private final EventSink sink;

    /**
     * A filter of lines.
     *
     * @param all whether {@code @timestamp} and {@code @version} are printed
     * @param out takes the events
     * @param err takes the reports of events that failed
     */
    public LineFilter(Pipeline<?, ?> pipeline, boolean all, PrintStream out, PrintStream err) {
        this.pipeline = pipeline;
        this.all = all;
        this.out = out;
        this.sink = new Answers(err);
    }

    /** Reads to the end, or until nobody reads the answers any more. A last line without an end counts. */
    public void run(InputStream lines) throws IOException {
        LineSplitter splitter = new LineSplitter(new byte[] {'\n'});
        byte[] buffer = new byte[CHUNK];
        int length = lines.read(buffer);
        while (length >= 0 && !out.checkError()) {
            splitter.split(Arrays.copyOf(buffer, length), this::filter);
            length = lines.read(buffer);
        }
        filter(splitter.takeRest());
    }

    private void filter(byte[] line) {
        decoder.decode(line, Timestamp.now(), event -> pipeline.filter(event, sink));
    }

    private final class Answers implements EventSink {
        private final PrintStream err;

        Answers(PrintStream err) {
            this.err = err;
        }

        @Override
        public void passed(Event event) {
            byte[] json = JsonWriter.utf8(fields(event));
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            out.write(line, 0, line.length);
            out.flush();
        }

        @Override
        public void dropped(Event event, String reason) {
            // That is what the pipeline says: nothing to tell.
        }

        @Override
        public void failed(Event event, StageFailure failure) {
            err.println(failure.describe() + "; left out: " + JsonWriter.text(fields(event)));
        }

        private Map<String, @Nullable Object> fields(Event event) {
            if (all) {
                return event.fields();
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(event.fields());
            fields.remove(Event.TIMESTAMP);
            fields.remove(Event.VERSION);
            return fields;
        }
    }
}
