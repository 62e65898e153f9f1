package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartPositionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void readsNamesAndOffsets() {
        assertThat(StartPosition.parse("beginning", NOW)).isEqualTo(new StartPosition.Beginning());
        assertThat(StartPosition.parse("end", NOW)).isEqualTo(new StartPosition.End());
        assertThat(StartPosition.parse("120", NOW)).isEqualTo(new StartPosition.AtOffset(120));
    }

    /** The tests' own time zone is UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T07:30:00Z,          2026-11-22T07:30:00Z",
        "2026-11-22T07:30:00.25+01:00,  2026-11-22T06:30:00.250Z",
        "2026-11-22T07:30,              2026-11-22T07:30:00Z",
        "2026-11-22,                    2026-11-22T00:00:00Z",
        "-30s,                          2026-11-23T07:59:30Z",
        "-10m,                          2026-11-23T07:50:00Z",
        "-2h,                           2026-11-23T06:00:00Z",
        "-1d,                           2026-11-22T08:00:00Z"
    })
    void readsTimes(String text, Instant expected) {
        assertThat(StartPosition.parse(text, NOW)).isEqualTo(new StartPosition.AtTime(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "", "-5", "1.5", "10m", "2026-13-01", "07:30", "99999999999999999999"})
    void refusesAllElseAndNamesTheForms(String text) {
        assertThatThrownBy(() -> StartPosition.parse(text, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text + "' is not a place to start from. Give beginning, end, an offset (120), a time"
                        + " (2026-11-23T08:00:00Z, 2026-11-23T08:00 or 2026-11-23), or how long ago (-30s, -10m, -2h,"
                        + " -1d).");
    }
}
