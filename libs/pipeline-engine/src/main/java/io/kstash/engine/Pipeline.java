package io.kstash.engine;

import io.kstash.event.Event;
import io.kstash.regexp.SearchLimit;
import java.time.Duration;
import java.util.List;

/**
 * A pipeline, checked and ready to run. Immutable and thread-safe as its filters are.
 *
 * @param inputs in the order of the pipeline
 * @param filters the filter section; {@link Stage#PASS} where there is none
 * @param outputs all outputs, in the order of the pipeline
 * @param router says which of them an event goes to
 * @param eventTimeout how long regular expressions may search for the sake of one event
 */
public record Pipeline<I, O>(
        List<PlannedInput<I>> inputs,
        Stage filters,
        List<PlannedOutput<O>> outputs,
        OutputRouter<O> router,
        Duration eventTimeout) {
    public static final Duration DEFAULT_EVENT_TIMEOUT = Duration.ofSeconds(1);

    public Pipeline {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The same pipeline with another limit. */
    public Pipeline<I, O> withEventTimeout(Duration timeout) {
        return new Pipeline<>(inputs, filters, outputs, router, timeout);
    }

    /**
     * Runs an event through the filters. What becomes of it, and of events made from it, goes to the sink. A filter or
     * condition whose regular expressions search beyond the limit fails the event.
     */
    public void filter(Event event, EventSink sink) {
        SearchLimit limit = SearchLimit.begin(eventTimeout);
        try {
            for (Event through : filters.process(List.of(event), sink)) {
                limit.restart(); // Its outputs have conditions, too, and the outputs of others took their time.
                sink.passed(through);
            }
        } finally {
            SearchLimit.lift();
        }
    }
}
