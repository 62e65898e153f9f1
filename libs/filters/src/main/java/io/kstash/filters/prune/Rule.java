package io.kstash.filters.prune;

import io.kstash.event.Event;

/** Finds what is to be removed from an event. Looks at the fields at the top only. */
@FunctionalInterface
interface Rule {
    /**
     * Adds what it finds.
     *
     * @throws io.kstash.event.EventException where a value cannot be matched
     */
    void collect(Event event, Removals removals);
}
