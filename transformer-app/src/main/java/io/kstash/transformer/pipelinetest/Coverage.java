package io.kstash.transformer.pipelinetest;

import io.kstash.engine.EventSink;
import io.kstash.engine.Stage;
import io.kstash.engine.StageObserver;
import io.kstash.engine.Step;
import io.kstash.event.Event;
import io.kstash.language.source.SourcePosition;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which filters and branches of the tested pipelines an event has reached. */
final class Coverage implements StageObserver {
    private final Map<Part, Step> steps = new HashMap<>();
    private final Set<Part> reached = new HashSet<>();

    @Override
    public void planned(Step step) {
        if (step.kind() != Step.Kind.NO_BRANCH) {
            steps.put(Part.of(step), step);
        }
    }

    @Override
    public List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink) {
        if (!events.isEmpty()) {
            reached.add(Part.of(step));
        }
        return stage.process(events, sink);
    }

    /** Names what no event has reached, and counts. */
    void print(PrintStream out) {
        List<Map.Entry<Part, Step>> missed = steps.entrySet().stream()
                .filter(entry -> !reached.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey(Part.IN_ORDER))
                .toList();
        missed.forEach(
                entry -> out.println("not reached: " + entry.getKey().place + ": " + describe(entry.getValue())));
        out.println((steps.size() - missed.size()) + " of " + steps.size() + " filters and branches reached");
    }

    private static String describe(Step step) {
        return switch (step.kind()) {
            case FILTER -> step.text();
            case CONDITION -> "if " + step.text();
            default -> "else";
        };
    }

    /** A step by its place, because each test plans its pipeline anew. */
    private record Part(SourcePosition place, Step.Kind kind) {
        static final Comparator<Part> IN_ORDER = Comparator.<Part, String>comparing(part -> part.place.file())
                .thenComparing(part -> part.place.line())
                .thenComparing(part -> part.place.column())
                .thenComparing(Part::kind, Comparator.reverseOrder());

        static Part of(Step step) {
            return new Part(step.span().start(), step.kind());
        }
    }
}
