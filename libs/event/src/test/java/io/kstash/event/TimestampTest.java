package io.kstash.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {
    private static final DateTimeFormatter WITH_MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Test
    void printsMillisecondsAsAFormatterDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        for (int i = 0; i < 100_000; i++) {
            Instant instant = Instant.ofEpochMilli(random.nextLong() >> random.nextInt(5, Long.SIZE));

            assertThat(new Timestamp(instant).toString())
                    .as("seed %d", seed)
                    .isEqualTo(WITH_MILLISECONDS.format(instant));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05.000Z",
                "2024-02-29T23:59:59.999Z",
                "1969-12-31T23:59:59.999Z",
                "0000-01-01T00:00:00.000Z",
                "-0001-12-31T23:59:59.999Z",
                "9999-12-31T23:59:59.999Z",
                "+10000-01-01T00:00:00.000Z",
                "2026-01-02T03:04:05.123456Z",
                "2026-01-02T03:04:05.123456789Z"
            })
    void printsWhatItParsed(String text) {
        assertThat(new Timestamp(Instant.parse(text))).hasToString(text);
    }
}
