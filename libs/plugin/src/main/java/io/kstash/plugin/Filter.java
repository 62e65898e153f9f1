package io.kstash.plugin;

import io.kstash.event.Event;

/**
 * Changes events. It does its own work only: the options that all filters have ({@code add_field}, {@code add_tag}, …),
 * metrics and dead letters are the host's.
 *
 * <p>Thread-safe: one instance serves all threads of a process.
 */
@FunctionalInterface
public interface Filter {
    /**
     * Works on one event, in place.
     *
     * @return what became of it; the host applies the common options to what matched
     * @throws RuntimeException where the event cannot be worked on and Logstash would lose it: it becomes a dead letter
     */
    Outcome filter(Event event);

    /** True if no event comes out, ever: what stands behind it in a pipeline is without effect. */
    default boolean dropsAll() {
        return false;
    }
}
