package io.kstash.transformer.measure;

import io.kstash.engine.EventSink;
import io.kstash.engine.Stage;
import io.kstash.engine.StageObserver;
import io.kstash.engine.Step;
import io.kstash.event.Event;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Measures each step of the filter section of a pipeline that is planned with it. */
public final class StageMeters implements StageObserver {
    /** By identity, because a step's equality compares the text of its file. Complete before the first event comes. */
    private final IdentityHashMap<Step, StageMeter> meters = new IdentityHashMap<>();

    @Override
    public void planned(Step step) {
        meters.put(step, new StageMeter());
    }

    @Override
    public List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink) {
        return of(step).measure(stage, events, sink);
    }

    StageMeter of(Step step) {
        return Objects.requireNonNull(meters.get(step), "planned before it is observed");
    }
}
