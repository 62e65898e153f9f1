package io.kstash.engine;

import io.kstash.engine.condition.Condition;
import io.kstash.engine.condition.ConditionException;
import io.kstash.event.Event;
import io.kstash.language.source.SourcePosition;
import io.kstash.regexp.SearchLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sends an event the way of the first condition that holds. */
public final class BranchStage implements Stage {
    private static final int NO_WAY = -1;

    private final List<Arm> arms;
    private final List<Stage> ways;
    private final List<Integer> outputOrder;

    /**
     * A stage.
     *
     * @param arms in the order of the pipeline
     * @param otherwise the way of an event for which none holds
     */
    public BranchStage(List<Arm> arms, Stage otherwise) {
        this.arms = List.copyOf(arms);
        this.ways = Stream.concat(arms.stream().map(Arm::stage), Stream.of(otherwise))
                .toList();
        this.outputOrder = outputOrder(ways);
    }

    /**
     * The order in which events of different ways come out again. In Logstash these are the ends of a graph: the ways
     * through filters in the order of the text, then the ways without any, the innermost condition first.
     */
    private static List<Integer> outputOrder(List<Stage> ways) {
        IntStream throughFilters =
                IntStream.range(0, ways.size()).filter(way -> !ways.get(way).doesNothing());
        IntStream direct = IntStream.iterate(ways.size() - 1, way -> way >= 0, way -> way - 1)
                .filter(way -> ways.get(way).doesNothing());
        return IntStream.concat(throughFilters, direct).boxed().toList();
    }

    @Override
    public List<Event> process(List<Event> events, EventSink sink) {
        if (events.size() == 1) {
            int way = choose(events.get(0), sink);
            return way == NO_WAY ? List.of() : ways.get(way).process(events, sink);
        }
        List<List<Event>> groups = group(events, sink);
        List<Event> through = new ArrayList<>(events.size());
        for (int way : outputOrder) {
            through.addAll(ways.get(way).process(groups.get(way), sink));
        }
        return through;
    }

    /** The ways of the arms in the order of the pipeline, then that of events for which no condition holds. */
    public List<Stage> ways() {
        return ways;
    }

    private List<List<Event>> group(List<Event> events, EventSink sink) {
        List<List<Event>> groups = Stream.generate(() -> (List<Event>) new ArrayList<Event>())
                .limit(ways.size())
                .toList();
        for (Event event : events) {
            SearchLimit.beginAgain();
            int way = choose(event, sink);
            if (way != NO_WAY) {
                groups.get(way).add(event);
            }
        }
        return groups;
    }

    private int choose(Event event, EventSink sink) {
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            try {
                if (arm.condition.test(event)) {
                    return i;
                }
            } catch (ConditionException undecidable) {
                sink.failed(event, StageFailure.of("condition", arm.place, undecidable));
                return NO_WAY;
            }
        }
        return arms.size();
    }

    /**
     * A condition and the way of events for which it holds.
     *
     * @param place where the condition stands in the pipeline
     */
    public record Arm(Condition condition, SourcePosition place, Stage stage) {}
}
