package io.kstash.transformer.explain;

import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedOutput;
import io.kstash.engine.Stage;
import io.kstash.engine.StageFailure;
import io.kstash.engine.StageObserver;
import io.kstash.engine.Step;
import io.kstash.engine.UndecidableRouteException;
import io.kstash.event.Event;
import io.kstash.event.JsonWriter;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints what happens to events: each filter with what it changed and how long it took, each branch that is taken, and the
 * outputs to which the event goes. The pipeline has to be planned with it as observer. For one thread.
 */
public final class Explanation implements StageObserver {
    private static final String INDENT = "    ";

    private final PrintStream out;
    private int depth;

    public Explanation(PrintStream out) {
        this.out = out;
    }

    /** Runs an event through the pipeline. */
    public void explain(Pipeline<Input, Output> pipeline, Event event) {
        line(JsonWriter.text(event.fields()));
        pipeline.filter(event, new Ends(pipeline));
    }

    @Override
    public void planned(Step step) {
        // Told when an event comes to it.
    }

    @Override
    public List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink) {
        if (events.isEmpty()) {
            return stage.process(events, sink);
        }
        return step.kind() == Step.Kind.FILTER ? filter(step, stage, events, sink) : branch(step, stage, events, sink);
    }

    private List<Event> filter(Step step, Stage stage, List<Event> events, EventSink sink) {
        List<Event> before = events.stream().map(Event::copy).toList();
        line(step.span() + ": " + step.text());
        depth++;
        long start = System.nanoTime();
        List<Event> after = stage.process(events, sink);
        long nanos = System.nanoTime() - start;
        tell(before, after);
        line(String.format(Locale.ROOT, "took %.2f ms", nanos / 1e6));
        depth--;
        return after;
    }

    private void tell(List<Event> before, List<Event> after) {
        if (before.size() == after.size()) {
            IntStream.range(0, after.size()).forEach(i -> tellChanges(before.get(i), after.get(i)));
        } else if (!after.isEmpty()) {
            line(before.size() + (before.size() == 1 ? " event has" : " events have") + " become " + after.size()
                    + ":");
            after.forEach(event -> line(JsonWriter.text(allFields(event))));
        }
    }

    private void tellChanges(Event before, Event after) {
        List<String> changes = FieldChanges.between(allFields(before), allFields(after));
        if (changes.isEmpty()) {
            line("changed nothing");
        }
        changes.forEach(this::line);
    }

    private static Map<String, @Nullable Object> allFields(Event event) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(event.fields());
        if (!event.metadata().isEmpty()) {
            all.put(Event.METADATA, event.metadata());
        }
        return all;
    }

    private List<Event> branch(Step step, Stage stage, List<Event> events, EventSink sink) {
        line(step.span() + ": " + describe(step) + (events.size() == 1 ? "" : " (" + events.size() + " events)"));
        depth++;
        List<Event> after = stage.process(events, sink);
        depth--;
        return after;
    }

    private static String describe(Step step) {
        return switch (step.kind()) {
            case CONDITION -> "if " + step.text() + ": yes";
            case ELSE -> "else";
            default -> "no condition holds";
        };
    }

    private void line(String text) {
        out.println(INDENT.repeat(depth) + text);
    }

    /** What becomes of events in the end. */
    private final class Ends implements EventSink {
        private final Pipeline<Input, Output> pipeline;

        Ends(Pipeline<Input, Output> pipeline) {
            this.pipeline = pipeline;
        }

        @Override
        public void passed(Event event) {
            line("= " + JsonWriter.text(allFields(event)));
            depth++;
            tellOutputs(event);
            depth--;
        }

        private void tellOutputs(Event event) {
            try {
                List<PlannedOutput<Output>> outputs = pipeline.router().route(event);
                outputs.forEach(output -> line("to " + describe(output, event)));
                if (outputs.isEmpty() && !pipeline.outputs().isEmpty()) {
                    line("to no output");
                }
            } catch (UndecidableRouteException undecidable) {
                failed(event, undecidable.failure());
            }
        }

        private String describe(PlannedOutput<Output> planned, Event event) {
            Output output = planned.output();
            String where = output instanceof KafkaOutput kafka
                    ? "topic " + kafka.topic().render(event)
                    : output instanceof FileOutput file ? "file " + file.path().render(event) : planned.id();
            return where + " (" + planned.span() + ")";
        }

        @Override
        public void dropped(Event event, String reason) {
            line("the event is dropped");
        }

        @Override
        public void failed(Event event, StageFailure failure) {
            line("a dead letter: " + failure.describe());
        }
    }
}
