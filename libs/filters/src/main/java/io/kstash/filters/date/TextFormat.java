package io.kstash.filters.date;

import org.joda.time.DateTimeZone;

/** A way to write a time that may leave out the time zone. Thread-safe. */
interface TextFormat {
    /**
     * The time in milliseconds since 1970.
     *
     * @param zone the time zone of a text that names none
     * @throws IllegalArgumentException where the text is not written in this way
     */
    long parse(String text, DateTimeZone zone);
}
