package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
    @ParameterizedTest
    @CsvSource({
        "1,       1,       PT1S",
        "500,     500,     PT1S",
        "2k,      2000,    PT1S",
        "7/s,     7,       PT1S",
        "100/m,   100,     PT1M",
        "3k/h,    3000,    PT1H",
        "1000000k, 1000000000, PT1S"
    })
    void readsAllForms(String text, long records, Duration period) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(records, period));
    }

    @Test
    void readsMax() {
        assertThat(Rate.parse("max").isMax()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "", "0", "-1", "1.5", "2K", "10/d", "k", "1000001k", "99999999999999999999", "5 /s"})
    void refusesAllElseAndNamesTheForms(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'" + text + "' is not a rate. Give a whole number from 1 to 1000000000 for records a second"
                                + " (500), with k for thousands (2k), with /s, /m or /h for a second, minute or hour (100/m),"
                                + " or max.");
    }

    @ParameterizedTest
    @CsvSource({"2k, 2000/s", "100/m, 100/m", "1/h, 1/h", "max, max"})
    void isShownWithItsPeriod(String text, String shown) {
        assertThat(Rate.parse(text)).hasToString(shown);
    }
}
