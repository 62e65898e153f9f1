package io.kstash.engine;

import io.kstash.event.Event;
import java.util.List;

/** Stages one after the other. */
public final class StageSequence implements Stage {
    private final List<Stage> stages;

    private StageSequence(List<Stage> stages) {
        this.stages = stages;
    }

    /** One stage that does what all do; {@link Stage#PASS} where there is none. */
    public static Stage of(List<Stage> stages) {
        return switch (stages.size()) {
            case 0 -> PASS;
            case 1 -> stages.get(0);
            default -> new StageSequence(List.copyOf(stages));
        };
    }

    /** In the order of the pipeline. */
    public List<Stage> stages() {
        return stages;
    }

    @Override
    public List<Event> process(List<Event> events, EventSink sink) {
        List<Event> through = events;
        for (Stage stage : stages) {
            if (through.isEmpty()) {
                break;
            }
            through = stage.process(through, sink);
        }
        return through;
    }
}
