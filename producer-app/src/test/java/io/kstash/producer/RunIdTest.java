package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunIdTest {
    @Test
    void isShortAndSortsByTime() {
        // given
        Instant start = Instant.parse("2026-11-23T08:00:00Z");

        // when
        String first = RunId.at(start);
        String second = RunId.at(start.plusMillis(1));

        // then
        assertThat(first).matches("[0-9a-z]{10}").isLessThan(second);
    }
}
