package io.kstash.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * A point in time with nanoseconds, printed as ISO 8601 in UTC with at least three decimals:
 * {@code 2026-01-02T03:04:05.000Z}. It is a type of its own, because a condition must not take it for a text.
 */
public record Timestamp(Instant instant) implements Comparable<Timestamp> {
    private static final DateTimeFormatter WITH_MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    public static Timestamp ofEpochMilli(long milliseconds) {
        return new Timestamp(Instant.ofEpochMilli(milliseconds));
    }

    public static Timestamp now() {
        return new Timestamp(Instant.now());
    }

    /** Parses ISO 8601 date and time; without an offset it is in the JVM's time zone. Empty if it is anything else. */
    public static Optional<Timestamp> parse(CharSequence text) {
        try {
            var parsed = ISO_8601.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(new Timestamp(
                    parsed instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : ZonedDateTime.of((LocalDateTime) parsed, ZoneId.systemDefault())
                                    .toInstant()));
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
        String text = instant.toString();
        return text.indexOf('.') < 0 ? WITH_MILLISECONDS.format(instant) : text;
    }
}
