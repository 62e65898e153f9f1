package io.kstash.engine.condition;

import io.kstash.event.Event;

/** Decides about an event. Immutable and thread-safe. */
@FunctionalInterface
public interface Condition {
    /**
     * Tests an event.
     *
     * @throws ConditionException where it cannot be decided, such as whether a list is greater than a number
     */
    boolean test(Event event);
}
