package io.kstash.benchmarks.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputTest {
    @ParameterizedTest
    @EnumSource(Input.class)
    void givesTheSameLinesEachTime(Input input) {
        // when
        List<String> lines = input.lines(1_000).toList();

        // then
        assertThat(lines).isEqualTo(input.lines(1_000).toList()).doesNotHaveDuplicates();
    }

    @Test
    void readingsAreAsTheProducerSendsThem() {
        // when
        String line = Input.READINGS.lines(2_004).skip(2_003).findFirst().orElseThrow();

        // then
        assertThat(line).matches("\\{\"producer_id\":1,\"id\":1001,\"timestamp\":1732345680\\.126,\"value\":\\d{1,3}}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Input.class,
            names = {"READINGS", "READINGS_PROCESSED"})
    void readingsCanBeLonger(Input input) {
        // given
        int shortest = input.lines(1).findFirst().orElseThrow().length();

        // when
        String line = input.lines(1, Padding.to(1_000)).findFirst().orElseThrow();

        // then
        assertThat(line).matches("\\{.*\"value\":\\d{1,3},\"text\":\"[a-z]+\"[,}].*");
        assertThat(line.length() - shortest).isBetween(920, 924);
    }

    @Test
    void accessLinesAreInTheCombinedFormat() {
        // when
        List<String> lines = Input.ACCESS.lines(100).toList();

        // then
        assertThat(lines)
                .allMatch(line ->
                        line.matches("[\\d.]+ - [-a-z]+ \\[02/Jan/2026:03:04:0\\d \\+0000] \"[A-Z]+ /\\S* HTTP/1.1\""
                                + " \\d{3} \\d+ \"\\S+\" \"[^\"]+\""));
    }
}
