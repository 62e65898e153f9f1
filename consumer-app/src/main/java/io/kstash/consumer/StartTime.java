package io.kstash.consumer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time as a person writes it: absolute, or so long before now. */
final class StartTime {
    private static final Pattern AGO = Pattern.compile("-(?<amount>[0-9]{1,9})(?<unit>[smhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);
    private static final DateTimeFormatter DATE_AND_MORE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    private StartTime() {}

    /** @throws DateTimeException if it is not a time */
    static Instant parse(String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            ChronoUnit unit = UNITS.get(ago.group("unit"));
            return now.minus(Long.parseLong(ago.group("amount")), unit);
        }
        return absolute(DATE_AND_MORE.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    }

    private static Instant absolute(TemporalAccessor time) {
        if (time instanceof OffsetDateTime exact) {
            return exact.toInstant();
        }
        LocalDateTime local = time instanceof LocalDate day ? day.atStartOfDay() : LocalDateTime.from(time);
        return local.atZone(ZoneId.systemDefault()).toInstant();
    }
}
