package io.kstash.filters.date;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import java.util.OptionalLong;

/**
 * A TAI64N label, as daemontools write it: {@code @} or nothing, 16 hexadecimal digits of seconds, 8 of nanoseconds.
 *
 * @see <a href="https://cr.yp.to/libtai/tai64.html">TAI64, TAI64N, and TAI64NA</a>
 */
record Tai64n() implements DateFormat {
    private static final int SECONDS_END = 16;
    private static final int NANOSECONDS_END = 24;
    /** The bits below the label's epoch, which is 2 to the power of 62. */
    private static final long SECONDS_OF_EPOCH = (1L << 62) - 1;
    /** What TAI was ahead of UTC in 1970; leap seconds since then do not count in Logstash. */
    private static final int TAI_AHEAD = 10;

    @Override
    public OptionalLong parse(Object value, Event event) {
        if (!(value instanceof String text)) {
            return OptionalLong.empty();
        }
        String label = text.startsWith("@") ? text.substring(1) : text;
        try {
            long seconds = Long.parseLong(label.substring(0, SECONDS_END), 16) & SECONDS_OF_EPOCH;
            int nanoseconds = Integer.parseInt(label.substring(SECONDS_END, NANOSECONDS_END), 16);
            return OptionalLong.of((seconds - TAI_AHEAD) * 1000 + nanoseconds / 1_000_000);
        } catch (NumberFormatException notHexadecimal) {
            return OptionalLong.empty();
        } catch (StringIndexOutOfBoundsException tooShort) {
            // Logstash does not catch this one: it would stop the pipeline.
            throw new EventException(
                    "A TAI64N label has 24 hexadecimal digits, and this is shorter: " + text, tooShort);
        }
    }
}
