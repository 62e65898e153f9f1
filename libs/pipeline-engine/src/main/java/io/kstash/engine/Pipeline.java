package io.kstash.engine;

import io.kstash.event.Event;
import java.util.List;

/**
 * A pipeline, checked and ready to run. Immutable and thread-safe as its filters are.
 *
 * @param inputs in the order of the pipeline
 * @param filters the filter section; {@link Stage#PASS} where there is none
 * @param outputs all outputs, in the order of the pipeline
 * @param router says which of them an event goes to
 */
public record Pipeline<I, O>(
        List<PlannedInput<I>> inputs, Stage filters, List<PlannedOutput<O>> outputs, OutputRouter<O> router) {
    public Pipeline {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Runs an event through the filters. What becomes of it, and of events made from it, goes to the sink. */
    public void filter(Event event, EventSink sink) {
        filters.process(event, sink);
    }
}
