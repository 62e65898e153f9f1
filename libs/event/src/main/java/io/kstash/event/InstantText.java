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
    private static final int LENGTH = "2026-01-02T03:04:05.000Z".length();
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long DAYS_UNTIL_YEAR_10000 = LocalDate.of(10_000, 1, 1).toEpochDay();
    private static final long DAYS_UNTIL_YEAR_0 = LocalDate.of(0, 1, 1).toEpochDay();
    private static final int NANOS_OF_MILLI = 1_000_000;

    private InstantText() {}

    static String of(Instant instant) {
        long day = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_DAY);
        boolean usual =
                day >= DAYS_UNTIL_YEAR_0 && day < DAYS_UNTIL_YEAR_10000 && instant.getNano() % NANOS_OF_MILLI == 0;
        return usual ? digits(LocalDate.ofEpochDay(day), instant) : formatted(instant);
    }

    private static String formatted(Instant instant) {
        String text = instant.toString();
        return text.indexOf('.') < 0 ? WITH_MILLISECONDS.format(instant) : text;
    }

    private static String digits(LocalDate date, Instant instant) {
        int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_OF_DAY);
        byte[] text = new byte[LENGTH];
        put(text, 4, date.getYear(), '-');
        put(text, 7, date.getMonthValue(), '-');
        put(text, 10, date.getDayOfMonth(), 'T');
        put(text, 13, second / 3600, ':');
        put(text, 16, second / 60 % 60, ':');
        put(text, 19, second % 60, '.');
        put(text, 23, instant.getNano() / NANOS_OF_MILLI, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Puts the digits of a number before a position, down to what stands there already, and a character behind them. */
    private static void put(byte[] text, int end, int number, char behind) {
        text[end] = (byte) behind;
        int rest = number;
        for (int i = end - 1; i >= 0 && text[i] == 0; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
