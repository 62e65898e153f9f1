package io.kstash.filters.csv;

import io.kstash.event.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as the converters of Ruby's CSV library read them: ISO 8601, or in English as {@code Fri, Jan 2, 2026}, where the
 * name of the day may be any word. A date begins in the JVM's time zone; a time without an offset is in UTC.
 */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int ABBREVIATION = 3;

    private static final String ISO_DATE = "(?<isoYear>\\d{4})-(?<isoMonth>\\d{2})-(?<isoDay>\\d{2})";
    private static final String MONTH_AND_DAY = "(?:\\w+,?\\s+)?(?<month>[A-Za-z]+)\\s+(?<day>\\d{1,2})";
    private static final String YEAR = ",?\\s+(?<year>\\d{2,4})";
    private static final Pattern DATE = Pattern.compile(ISO_DATE + "|" + MONTH_AND_DAY + YEAR);
    private static final Pattern ISO_DATE_TIME = Pattern.compile(
            ISO_DATE + "(?:[T\\s](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})"
                    + "(?:\\.(?<fraction>\\d+))?(?:Z|(?<sign>[+-])(?<offsetHours>\\d{2}):(?<offsetMinutes>\\d{2}))?)?)?");
    private static final Pattern ENGLISH_DATE_TIME =
            Pattern.compile(MONTH_AND_DAY + "\\s+(?<hour>\\d{1,2}):(?<minute>\\d{1,2}):(?<second>\\d{1,2})" + YEAR);

    private Dates() {}

    /** A {@code Timestamp}. */
    static Optional<Object> date(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = matcher.group("isoYear") == null ? englishDate(matcher) : isoDate(matcher);
            return Optional.of(
                    new Timestamp(date.atStartOfDay(ZoneId.systemDefault()).toInstant()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A {@code Timestamp}. */
    static Optional<Object> dateTime(String text) {
        Matcher iso = ISO_DATE_TIME.matcher(text);
        Matcher english = ENGLISH_DATE_TIME.matcher(text);
        try {
            if (iso.matches()) {
                return Optional.of(at(isoDate(iso), iso, iso.group("fraction"), offset(iso)));
            }
            return english.matches()
                    ? Optional.of(at(englishDate(english), english, null, Duration.ZERO))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalDate isoDate(Matcher matcher) {
        return LocalDate.of(number(matcher, "isoYear"), number(matcher, "isoMonth"), number(matcher, "isoDay"));
    }

    private static LocalDate englishDate(Matcher matcher) {
        String month = matcher.group("month").toLowerCase(Locale.ROOT);
        String abbreviation = month.substring(0, Math.min(ABBREVIATION, month.length()));
        int year = number(matcher, "year");
        boolean withoutCentury = matcher.group("year").length() == 2;
        int century = year < 69 ? 2000 : 1900;
        return LocalDate.of(
                withoutCentury ? century + year : year, MONTHS.indexOf(abbreviation) + 1, number(matcher, "day"));
    }

    /** Up to a day: more than {@code ZoneOffset} can hold. */
    private static Duration offset(Matcher iso) {
        LocalTime size = LocalTime.of(number(iso, "offsetHours"), number(iso, "offsetMinutes"));
        Duration offset = Duration.ofSeconds(size.toSecondOfDay());
        return "-".equals(iso.group("sign")) ? offset.negated() : offset;
    }

    private static Timestamp at(LocalDate date, Matcher time, @Nullable String fraction, Duration offset) {
        int hour = number(time, "hour");
        int minute = number(time, "minute");
        int second = number(time, "second");
        boolean endOfDay = hour == 24 && minute == 0 && second == 0;
        // Ruby takes a leap second for the second before it.
        LocalTime local = LocalTime.of(endOfDay ? 0 : hour, minute, second == 60 ? 59 : second, nanoseconds(fraction));
        LocalDateTime atOffset = (endOfDay ? date.plusDays(1) : date).atTime(local);
        return new Timestamp(atOffset.toInstant(ZoneOffset.UTC).minus(offset));
    }

    private static int nanoseconds(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static int number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
