package io.kstash.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long[] BOUNDS = {1, 2, 4, 8};

    @Test
    void aPercentileLiesInTheClassOfItsRecord() {
        Latencies latencies = latencies(0, 50, 40, 9, 1);

        assertThat(latencies.percentile(0.5)).isEqualTo(2);
        assertThat(latencies.percentile(0.7)).isEqualTo(3);
        assertThat(latencies.percentile(0.99)).isEqualTo(8);
        assertThat(latencies.percentile(1)).isEqualTo(8);
    }

    @Test
    void noRecordsHaveNoLatency() {
        assertThat(latencies(0, 0, 0, 0, 0).percentile(0.5)).isNull();
    }

    @Test
    void whatCameSinceCountsAloneUnlessTheTransformerBeganAnew() {
        Latencies before = latencies(10, 0, 0, 0, 0);

        assertThat(latencies(10, 0, 4, 0, 0).since(before).percentile(1)).isEqualTo(4);
        assertThat(latencies(0, 1, 0, 0, 0).since(before).counts()).containsExactly(0, 1, 0, 0, 0);
        assertThat(before.since(before).percentile(0.5)).isNull();
    }

    private static Latencies latencies(long... counts) {
        return new Latencies(BOUNDS, counts);
    }
}
