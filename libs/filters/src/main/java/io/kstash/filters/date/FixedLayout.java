package io.kstash.filters.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/**
 * A date pattern with a time zone in which each field has a fixed length, such as {@code dd/MMM/yyyy:HH:mm:ss Z}. It reads
 * texts that are written just so, ten times as fast as Joda-Time, and leaves all others to that, which also takes {@code 1}
 * for {@code dd}. Immutable.
 */
final class FixedLayout {
    /** The answer for a text that somebody else has to read. */
    static final long NOT_SO = Long.MIN_VALUE;

    private static final Pattern PART =
            Pattern.compile("\\G(?:(?<field>([yMdHmsSZ])\\2*)|'(?<quoted>[^']+)'|(?<plain>[^A-Za-z']))");
    /** The fields with their lengths, as indexes of what was read. */
    private static final List<String> FIELDS = List.of("yyyy", "MM", "dd", "HH", "mm", "ss", "SSS");

    private static final int YEAR = 0;
    private static final int MONTH = 1;
    private static final int DAY = 2;
    private static final int HOUR = 3;
    private static final int MINUTE = 4;
    private static final int SECOND = 5;
    private static final int MILLI = 6;
    private static final int OFFSET = 7;

    private static final int MONTHS = 12;
    private static final int LAST_HOUR = 23;
    private static final int LAST_MINUTE = 59;
    private static final long SECONDS_OF_DAY = 86_400;

    private final List<Part> parts;

    private FixedLayout(List<Part> parts) {
        this.parts = parts;
    }

    /** The layout of a pattern of Joda-Time; empty where it has none, or leaves out date or time zone. */
    static Optional<FixedLayout> of(String pattern, Locale locale) {
        List<Part> parts = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        Matcher found = PART.matcher(pattern);
        int end = 0;
        while (found.find()) {
            end = found.end();
            String field = found.group("field");
            if (field == null) {
                String quoted = found.group("quoted");
                parts.add(new Literal(quoted == null ? found.group("plain") : quoted));
            } else {
                Optional<Part> part = part(field, locale);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts.add(part.get());
                fields.add(field.substring(0, 1));
            }
        }
        // Two quotes stand for one.
        boolean understood = end == pattern.length() && !pattern.contains("''");
        return understood && isWhole(fields) ? Optional.of(new FixedLayout(List.copyOf(parts))) : Optional.empty();
    }

    /** True with each field at most once, a date, and the time zone at the end. */
    private static boolean isWhole(List<String> fields) {
        return fields.containsAll(List.of("y", "M", "d", "Z"))
                && fields.indexOf("Z") == fields.size() - 1
                && fields.stream().distinct().count() == fields.size();
    }

    private static Optional<Part> part(String field, Locale locale) {
        return switch (field) {
            case "Z" -> Optional.of(new Zone());
            case "MMM" -> MonthName.of(locale);
            default ->
                FIELDS.contains(field)
                        ? Optional.of(new Digits(FIELDS.indexOf(field), field.length()))
                        : Optional.empty();
        };
    }

    /** The time in milliseconds since 1970, or {@link #NOT_SO}. */
    long parse(String text) {
        int[] read = new int[OFFSET + 1];
        int at = 0;
        for (Part part : parts) {
            at = part.read(text, at, read);
            if (at < 0) {
                return NOT_SO;
            }
        }
        return at == text.length() && isTime(read) ? milliseconds(read) : NOT_SO;
    }

    private static boolean isTime(int[] read) {
        return read[MONTH] >= 1
                && read[MONTH] <= MONTHS
                && read[DAY] >= 1
                && read[DAY] <= YearMonth.of(read[YEAR], read[MONTH]).lengthOfMonth()
                && read[HOUR] <= LAST_HOUR
                && read[MINUTE] <= LAST_MINUTE
                && read[SECOND] <= LAST_MINUTE;
    }

    private static long milliseconds(int[] read) {
        long day = LocalDate.of(read[YEAR], read[MONTH], read[DAY]).toEpochDay();
        long second = read[HOUR] * 3600L + read[MINUTE] * 60L + read[SECOND] - read[OFFSET];
        return (day * SECONDS_OF_DAY + second) * 1000 + read[MILLI];
    }

    /** The number of so many digits at a position; negative where there are none. */
    private static int number(String text, int at, int count) {
        if (at + count > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private sealed interface Part {
        /** Reads at a position, and answers the one behind; a negative one where the text is not written so. */
        int read(String text, int at, int[] into);
    }

    private record Literal(String expected) implements Part {
        @Override
        public int read(String text, int at, int[] into) {
            return text.startsWith(expected, at) ? at + expected.length() : -1;
        }
    }

    private record Digits(int field, int count) implements Part {
        @Override
        public int read(String text, int at, int[] into) {
            into[field] = number(text, at, count);
            return into[field] < 0 ? -1 : at + count;
        }
    }

    private record MonthName(List<String> names) implements Part {
        /** Empty where they differ in length: then one may begin as another one does. */
        static Optional<Part> of(Locale locale) {
            DateTimeFormatter month = DateTimeFormat.forPattern("MMM").withLocale(locale);
            List<String> names = new ArrayList<>(MONTHS);
            for (int i = 1; i <= MONTHS; i++) {
                names.add(month.print(new org.joda.time.LocalDate(2000, i, 1)));
            }
            boolean fixed = names.stream().mapToInt(String::length).distinct().count() == 1;
            return fixed ? Optional.of(new MonthName(List.copyOf(names))) : Optional.empty();
        }

        @Override
        public int read(String text, int at, int[] into) {
            for (int i = 0; i < MONTHS; i++) {
                String name = names.get(i);
                if (text.startsWith(name, at)) {
                    into[MONTH] = i + 1;
                    return at + name.length();
                }
            }
            return -1;
        }
    }

    /** {@code Z}, {@code +0200} or {@code +02:00}. */
    private record Zone() implements Part {
        @Override
        public int read(String text, int at, int[] into) {
            if (text.startsWith("Z", at)) {
                return at + 1;
            }
            boolean east = text.startsWith("+", at);
            int hours = east || text.startsWith("-", at) ? number(text, at + 1, 2) : -1;
            int minutesAt = text.startsWith(":", at + 3) ? at + 4 : at + 3;
            int minutes = number(text, minutesAt, 2);
            if (hours < 0 || hours > LAST_HOUR || minutes < 0 || minutes > LAST_MINUTE) {
                return -1;
            }
            into[OFFSET] = (east ? 1 : -1) * (hours * 3600 + minutes * 60);
            return minutesAt + 2;
        }
    }
}
