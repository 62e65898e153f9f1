package io.kstash.engine;

import io.kstash.event.Event;

/**
 * A step of the filter section, which hands what remains of an event to the next. The last hands it to the sink.
 * Thread-safe.
 */
@FunctionalInterface
public interface Stage {
    /** What an empty filter section does. */
    Stage PASS = (event, sink) -> sink.passed(event);

    void process(Event event, EventSink sink);
}
