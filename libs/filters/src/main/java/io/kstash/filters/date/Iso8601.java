package io.kstash.filters.date;

import java.util.List;
import java.util.Locale;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;

/** ISO 8601 in all that Joda-Time reads, and with a space in place of the {@code T}. */
record Iso8601() implements TextFormat {
    /** What programs write; Joda-Time reads all else. */
    static final FixedLayout WITH_MILLISECONDS =
            FixedLayout.of("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT).orElseThrow();

    private static final List<DateTimeFormatter> FORMATS = List.of(
            ISODateTimeFormat.dateTimeParser(),
            DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss.SSSZ"),
            DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss.SSS"),
            DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss,SSSZ"),
            DateTimeFormat.forPattern("yyyy-MM-dd HH:mm:ss,SSS"));

    @Override
    public long parse(String text, DateTimeZone zone) {
        long quick = WITH_MILLISECONDS.parse(text);
        return quick == FixedLayout.NOT_SO ? parseByJoda(text, zone) : quick;
    }

    private static long parseByJoda(String text, DateTimeZone zone) {
        for (DateTimeFormatter format : FORMATS) {
            try {
                return format.withZone(zone).parseMillis(text);
            } catch (IllegalArgumentException notThisOne) {
                // the next may fit
            }
        }
        throw new IllegalArgumentException("Not ISO 8601: " + text);
    }
}
