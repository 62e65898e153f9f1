package io.kstash.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A point in time with nanoseconds, printed as ISO 8601 in UTC with at least three decimals:
 * {@code 2026-01-02T03:04:05.000Z}. It is a type of its own, because a condition must not take it for a text.
 */
public record Timestamp(Instant instant) implements Comparable<Timestamp> {
    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalEnd()
            .optionalStart()
            .appendZoneOrOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmmss", "Z")
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .parseDefaulting(ChronoField.NANO_OF_SECOND, 0)
            .toFormatter(Locale.ROOT);

    public static Timestamp ofEpochMilli(long milliseconds) {
        return new Timestamp(Instant.ofEpochMilli(milliseconds));
    }

    public static Timestamp now() {
        return new Timestamp(Instant.now());
    }

    /**
     * Parses an ISO 8601 date, with or without a time and an offset or zone; without these it is midnight, in the JVM's
     * time zone. Empty if it is anything else.
     */
    public static Optional<Timestamp> parse(CharSequence text) {
        try {
            return Optional.of(
                    new Timestamp(ISO_8601.withZone(ZoneId.systemDefault()).parse(text, Instant::from)));
        } catch (DateTimeException notATimestamp) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Timestamp other) {
        return instant.compareTo(other.instant);
    }

    @Override
    public String toString() {
        return InstantText.of(instant);
    }
}
