package io.kstash.filters.date;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import java.util.OptionalLong;

/** A time that is written as a text, in the time zone of the filter or of the event. */
record TextDate(TextFormat format, ZoneOption zone) implements DateFormat {
    @Override
    public OptionalLong parse(Object value, Event event) {
        if (!(value instanceof String text)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(format.parse(text, zone.of(event)));
        } catch (IllegalArgumentException | EventException noSuchTimeOrZone) {
            return OptionalLong.empty();
        }
    }
}
