package io.kstash.benchmarks.input;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A web server's access log, in the combined format. */
final class AccessLine implements LineFormat {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final int MILLIS_BETWEEN = 37;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "PUT", "DELETE");
    private static final List<String> PATHS = List.of(
            "/",
            "/index.html",
            "/api/v1/orders",
            "/api/v1/orders/%d",
            "/static/app.js",
            "/login",
            "/search?q=kafka+streams&page=%d");
    private static final List<String> USERS = List.of("-", "-", "alice", "bob");
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 201, 304, 404, 500);
    private static final List<String> REFERRERS = List.of("-", "https://example.org/start");
    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/17.5 Mobile/15E148 Safari/604.1",
            "curl/8.5.0");

    @Override
    public String line(long index, SplittableRandom random) {
        return address(random) + " - " + Draw.from(USERS, random) + " ["
                + TIME.format(START.plusMillis(MILLIS_BETWEEN * index)) + "] \"" + Draw.from(METHODS, random) + " "
                + path(random) + " HTTP/1.1\" " + Draw.from(STATUSES, random) + " " + random.nextInt(50_001) + " \""
                + Draw.from(REFERRERS, random) + "\" \"" + Draw.from(AGENTS, random) + "\"";
    }

    private static String address(SplittableRandom random) {
        return random.nextInt(1, 224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + random.nextInt(1, 255);
    }

    private static String path(SplittableRandom random) {
        return Draw.from(PATHS, random).replace("%d", Integer.toString(random.nextInt(1, 10_000)));
    }
}
