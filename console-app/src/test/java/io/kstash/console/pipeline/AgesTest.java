package io.kstash.console.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgesTest {
    private static final long[] BOUNDS = {1, 2, 4, 8};

    @Test
    void aPercentileLiesInTheClassOfItsRecord() {
        Ages ages = ages(0, 50, 40, 9, 1);

        assertThat(ages.percentile(0.5)).isEqualTo(2);
        assertThat(ages.percentile(0.7)).isEqualTo(3);
        assertThat(ages.percentile(0.99)).isEqualTo(8);
        assertThat(ages.percentile(1)).isEqualTo(8);
    }

    @Test
    void noRecordsHaveNoAge() {
        assertThat(ages(0, 0, 0, 0, 0).percentile(0.5)).isNull();
    }

    @Test
    void whatCameSinceCountsAloneUnlessTheTransformerBeganAnew() {
        Ages before = ages(10, 0, 0, 0, 0);

        assertThat(ages(10, 0, 4, 0, 0).since(before).percentile(1)).isEqualTo(4);
        assertThat(ages(0, 1, 0, 0, 0).since(before).counts()).containsExactly(0, 1, 0, 0, 0);
        assertThat(before.since(before).percentile(0.5)).isNull();
    }

    private static Ages ages(long... counts) {
        return new Ages(BOUNDS, counts);
    }
}
