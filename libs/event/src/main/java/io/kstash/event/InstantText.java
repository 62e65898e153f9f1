package io.kstash.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A moment in ISO 8601, with three decimals or, where it has more, as {@link Instant} prints it. Nearly all have milliseconds
 * and a year of four digits; those are put together digit by digit, in a tenth of the time that a formatter takes.
 */
final class InstantText {
    private static final DateTimeFormatter WITH_MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    static final int LENGTH = "2026-01-02T03:04:05.000Z".length();
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long SECONDS_UNTIL_YEAR_0 = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_OF_DAY;
    private static final long SECONDS_UNTIL_YEAR_10000 =
            LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_OF_DAY;
    private static final int NANOS_OF_MILLI = 1_000_000;

    private InstantText() {}

    static String of(Instant instant) {
        if (!isUsual(instant)) {
            return formatted(instant);
        }
        byte[] text = new byte[LENGTH];
        put(instant, text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** True where {@link #put} prints it. */
    static boolean isUsual(Instant instant) {
        return instant.getEpochSecond() >= SECONDS_UNTIL_YEAR_0
                && instant.getEpochSecond() < SECONDS_UNTIL_YEAR_10000
                && instant.getNano() % NANOS_OF_MILLI == 0;
    }

    private static String formatted(Instant instant) {
        String text = instant.toString();
        return text.indexOf('.') < 0 ? WITH_MILLISECONDS.format(instant) : text;
    }

    /** Puts the {@link #LENGTH} characters of a moment that {@link #isUsual} into a text. */
    static void put(Instant instant, byte[] text, int start) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY));
        int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        int at = put(date.getYear(), 4, '-', text, start);
        at = put(date.getMonthValue(), 2, '-', text, at);
        at = put(date.getDayOfMonth(), 2, 'T', text, at);
        at = put(second / 3600, 2, ':', text, at);
        at = put(second / 60 % 60, 2, ':', text, at);
        at = put(second % 60, 2, '.', text, at);
        put(instant.getNano() / NANOS_OF_MILLI, 3, 'Z', text, at);
    }

    /** Puts so many digits, and a character behind them. */
    private static int put(int number, int digits, char behind, byte[] text, int start) {
        int end = Digits.put(number, digits, text, start);
        text[end] = (byte) behind;
        return end + 1;
    }
}
