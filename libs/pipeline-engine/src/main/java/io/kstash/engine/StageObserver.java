package io.kstash.engine;

import io.kstash.event.Event;
import java.util.List;

/** Stands around each step of the filter section and sees what it does. Who explains or measures a pipeline plans it with one. */
public interface StageObserver {
    /** Sees nothing: what runs in production. */
    StageObserver NONE = new StageObserver() {
        @Override
        public void planned(Step step) {
            // Nobody asked.
        }

        @Override
        public List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink) {
            return stage.process(events, sink);
        }
    };

    /** The pipeline has this step. */
    void planned(Step step);

    /**
     * Events come to a step, maybe none.
     *
     * @param stage does the step's work
     * @return what the stage answers
     */
    List<Event> observe(Step step, Stage stage, List<Event> events, EventSink sink);
}
