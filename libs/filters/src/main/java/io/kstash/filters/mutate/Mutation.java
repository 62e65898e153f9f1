package io.kstash.filters.mutate;

import io.kstash.event.Event;

/** One operation of a mutate filter on one event. An {@code EventException} ends the whole mutate with a tag. */
@FunctionalInterface
interface Mutation {
    void apply(Event event);
}
