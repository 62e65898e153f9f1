package io.kstash.engine;

import io.kstash.engine.condition.Condition;
import io.kstash.engine.condition.ConditionException;
import io.kstash.event.Event;
import io.kstash.language.source.SourcePosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends an event the way of the first condition that holds. */
public final class BranchStage implements Stage {
    private final List<Arm> arms;
    private final Stage otherwise;

    /**
     * A stage.
     *
     * @param arms in the order of the pipeline
     * @param otherwise the way of an event for which none holds
     */
    public BranchStage(List<Arm> arms, Stage otherwise) {
        this.arms = List.copyOf(arms);
        this.otherwise = otherwise;
    }

    @Override
    public void process(Event event, EventSink sink) {
        @Nullable Stage way = choose(event, sink);
        if (way != null) {
            way.process(event, sink);
        }
    }

    /** Null where a condition could not be evaluated. */
    private @Nullable Stage choose(Event event, EventSink sink) {
        for (Arm arm : arms) {
            try {
                if (arm.condition.test(event)) {
                    return arm.stage;
                }
            } catch (ConditionException undecidable) {
                sink.failed(event, StageFailure.of("condition", arm.place, undecidable));
                return null;
            }
        }
        return otherwise;
    }

    /**
     * A condition and the way of events for which it holds.
     *
     * @param place where the condition stands in the pipeline
     */
    public record Arm(Condition condition, SourcePosition place, Stage stage) {}
}
