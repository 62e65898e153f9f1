package io.kstash.filters.date;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import org.joda.time.DateTime;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/**
 * A pattern of Joda-Time, which is what Logstash's date patterns are. A text without a year is of this year; around New
 * Year it may be of the last or the next.
 *
 * @see <a href="https://www.joda.org/joda-time/apidocs/org/joda/time/format/DateTimeFormat.html">The letters</a>
 */
final class JodaPattern implements TextFormat {
    private static final int JANUARY = 1;
    private static final int DECEMBER = 12;

    private final DateTimeFormatter formatter;
    private final Optional<FixedLayout> layout;
    private final boolean hasYear;
    private final boolean hasZone;
    private final Clock clock;

    private JodaPattern(
            DateTimeFormatter formatter, Optional<FixedLayout> layout, boolean hasYear, boolean hasZone, Clock clock) {
        this.formatter = formatter;
        this.layout = layout;
        this.hasYear = hasYear;
        this.hasZone = hasZone;
        this.clock = clock;
    }

    /**
     * Compiles a pattern.
     *
     * @param locale the language of the names of months and days
     * @param clock tells the year and month for texts without a year
     * @throws IllegalArgumentException where it is not a pattern, or none that can be read with
     */
    static JodaPattern compile(String pattern, Locale locale, Clock clock) {
        // As in Logstash a letter counts wherever it stands, be it in a quoted text.
        return new JodaPattern(
                formatter(pattern).withLocale(locale),
                FixedLayout.of(pattern, locale),
                pattern.contains("y") || pattern.contains("Y"),
                pattern.contains("Z"),
                clock);
    }

    private static DateTimeFormatter formatter(String pattern) {
        try {
            DateTimeFormatter formatter = DateTimeFormat.forPattern(pattern);
            if (!formatter.isParser()) {
                throw new IllegalArgumentException(
                        "It can only be written: full names of time zones (zzzz) have no one meaning");
            }
            return formatter;
        } catch (UnsupportedOperationException nothingToRead) { // of a quote that stands alone
            throw new IllegalArgumentException("Pattern is empty", nothingToRead);
        }
    }

    @Override
    public long parse(String text, DateTimeZone zone) {
        long quick = layout.isPresent() ? layout.get().parse(text) : FixedLayout.NOT_SO;
        return quick == FixedLayout.NOT_SO ? parseByJoda(text, zone) : quick;
    }

    private long parseByJoda(String text, DateTimeZone zone) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        // Without the year February 29 could not be parsed, nor the hour that a change to summer time skips be refused.
        DateTimeFormatter thisYear = formatter.withZone(zone).withDefaultYear(now.getYear());
        return hasYear
                ? thisYear.parseMillis(text)
                : inYearAround(now, parseWithoutYear(text, thisYear, zone)).getMillis();
    }

    private DateTime parseWithoutYear(String text, DateTimeFormatter thisYear, DateTimeZone zone) {
        return hasZone
                ? thisYear.parseDateTime(text)
                : thisYear.withZoneUTC().parseLocalDateTime(text).toDateTime(zone);
    }

    private static DateTime inYearAround(ZonedDateTime now, DateTime parsed) {
        int month = parsed.getMonthOfYear();
        if (month == DECEMBER && now.getMonthValue() == JANUARY) {
            return parsed.withYear(now.getYear() - 1);
        }
        if (month == JANUARY && now.getMonthValue() == DECEMBER) {
            return parsed.withYear(now.getYear() + 1);
        }
        return parsed.withYear(now.getYear());
    }
}
