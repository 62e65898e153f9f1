package io.kstash.filters.date;

import io.kstash.event.Event;
import java.util.OptionalLong;

/** Seconds since 1970 until 2038, as a text or number, with or without a fraction. */
record UnixSeconds() implements DateFormat {
    private static final long LATEST = Integer.MAX_VALUE;
    private static final int DIGITS = 3;
    /** What one of the last digit is in milliseconds, by the number of digits. */
    private static final int[] SCALE = {0, 100, 10, 1};

    @Override
    public OptionalLong parse(Object value, Event event) {
        if (value instanceof String text) {
            return ofText(text);
        }
        if (value instanceof Long seconds) {
            return of(seconds, seconds * 1000);
        }
        return value instanceof Double seconds
                ? of(seconds.longValue(), (long) (seconds * 1000))
                : OptionalLong.empty();
    }

    private static OptionalLong ofText(String text) {
        try {
            int point = text.indexOf('.');
            long seconds = Long.parseLong(point < 0 ? text : text.substring(0, point));
            return of(seconds, seconds * 1000 + (point < 0 ? 0 : milliseconds(text.substring(point + 1))));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    /** As in Logstash a fraction has no sign, so that -1.5 is half a second before 1970. */
    private static long milliseconds(String fraction) {
        String digits = fraction.substring(0, Math.min(DIGITS, fraction.length()));
        return Long.parseLong(digits) * SCALE[digits.length()];
    }

    private static OptionalLong of(long seconds, long milliseconds) {
        return seconds > LATEST ? OptionalLong.empty() : OptionalLong.of(milliseconds);
    }
}
