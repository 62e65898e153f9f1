package io.kstash.engine;

import io.kstash.event.Event;
import java.util.List;

/** A stage that is looked at. */
public record ObservedStage(Step step, Stage stage, StageObserver observer) implements Stage {
    /** The stage itself where nobody looks. */
    public static Stage of(Step step, Stage stage, StageObserver observer) {
        if (observer == StageObserver.NONE) {
            return stage;
        }
        observer.planned(step);
        return new ObservedStage(step, stage, observer);
    }

    @Override
    public List<Event> process(List<Event> events, EventSink sink) {
        return observer.observe(step, stage, events, sink);
    }

    @Override
    public boolean doesNothing() {
        return stage.doesNothing();
    }
}
