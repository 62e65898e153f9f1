package io.kstash.filters.date;

import io.kstash.event.Event;
import java.util.OptionalLong;

/** One of the ways in which a time can be written. Thread-safe. */
interface DateFormat {
    /**
     * The time that the value stands for, in milliseconds since 1970; empty where it is not written in this way.
     *
     * @param event the event that the value comes from
     */
    OptionalLong parse(Object value, Event event);
}
