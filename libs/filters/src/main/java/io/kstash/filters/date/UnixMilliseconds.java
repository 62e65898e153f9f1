package io.kstash.filters.date;

import io.kstash.event.Event;
import java.util.OptionalLong;

/** Milliseconds since 1970, as a text without a fraction or as a number. */
record UnixMilliseconds() implements DateFormat {
    @Override
    public OptionalLong parse(Object value, Event event) {
        if (value instanceof String text) {
            return ofText(text);
        }
        return value instanceof Long || value instanceof Double
                ? OptionalLong.of(((Number) value).longValue())
                : OptionalLong.empty();
    }

    private static OptionalLong ofText(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
