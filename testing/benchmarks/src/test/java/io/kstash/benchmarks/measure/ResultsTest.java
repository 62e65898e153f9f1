package io.kstash.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private final Results results = new Results(List.of(
            rate("fast", 1, 100), rate("slow", 1, 50), rate("fast", 2, 60), rate("slow", 2, 20), rate("fast", 3, 90)));

    @Test
    void aSpreadIsOverAllRounds() {
        assertThat(results.spread("fast", Figure.RATE)).contains(new Spread(60, 90, 100));
    }

    @Test
    void theMedianOfTwoIsBetweenThem() {
        assertThat(results.spread("slow", Figure.RATE)).contains(new Spread(20, 35, 50));
    }

    @Test
    void casesAreComparedWithinARound() {
        assertThat(results.ratio("fast", "slow", Figure.RATE)).contains(new Spread(2, 2.5, 3));
    }

    @Test
    void whatWasNotMeasuredIsNotThere() {
        assertThat(results.spread("fast", Figure.LATENCY_P99)).isEmpty();
        assertThat(results.ratio("fast", "other", Figure.RATE)).isEmpty();
    }

    private static Measurement rate(String caseName, int round, double rate) {
        return new Measurement(caseName, round, Map.of(Figure.RATE, rate));
    }
}
