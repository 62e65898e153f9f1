package io.kstash.engine;

import io.kstash.event.Event;
import java.util.List;

/**
 * A step of the filter section. Thread-safe.
 *
 * <p>Steps work on all events that one event of the input has become so far, because their order matters: as in Logstash,
 * a filter works on all of them before the next filter sees the first, and a condition puts those of its first branch
 * before those of the others.
 */
@FunctionalInterface
public interface Stage {
    /** What an empty filter section does. */
    Stage PASS = (events, sink) -> events;

    /** Works on the events and answers what comes out, in order. What does not come out goes to the sink. */
    List<Event> process(List<Event> events, EventSink sink);

    /** True if all events come out as they are. */
    default boolean doesNothing() {
        return this == PASS;
    }
}
