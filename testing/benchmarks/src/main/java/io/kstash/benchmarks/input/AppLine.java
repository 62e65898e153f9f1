package io.kstash.benchmarks.input;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** An application's JSON log, whose message is made of key=value pairs. */
final class AppLine implements LineFormat {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final int MILLIS_BETWEEN = 11;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<String> LEVELS = List.of("DEBUG", "INFO", "INFO", "INFO", "WARN", "ERROR");
    private static final List<String> STATUSES = List.of("new", "paid", "sent");
    private static final List<String> REGIONS = List.of("eu", "us", "ap");
    private static final int USERS = 5_000;
    private static final int HIGHEST_TOTAL_CENTS = 50_000;

    @Override
    public String line(long index, SplittableRandom random) {
        return "{\"time\":\"" + TIME.format(START.plusMillis(MILLIS_BETWEEN * index)) + "\",\"level\":\""
                + Draw.from(LEVELS, random) + "\",\"service\":\"orders\",\"user\":{\"id\":" + user(random)
                + ",\"name\":\"User " + user(random) + "\"},\"took_ms\":\"" + random.nextInt(1, 901)
                + "\",\"message\":\"order=" + index + " status=" + Draw.from(STATUSES, random) + " total="
                + total(random) + " region=" + Draw.from(REGIONS, random) + "\"}";
    }

    private static int user(SplittableRandom random) {
        return random.nextInt(1, USERS + 1);
    }

    private static String total(SplittableRandom random) {
        int cents = random.nextInt(HIGHEST_TOTAL_CENTS);
        return cents / 100 + "." + cents / 10 % 10 + cents % 10;
    }
}
