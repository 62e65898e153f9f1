package io.kstash.filters.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryLimitTest {
    private final MemoryLimit limit = new MemoryLimit(1000, 100);

    @Test
    void tooManyCountersShortenTheAgeStepByStepDownToATwentieth() {
        assertThat(limit.adapt(101)).isTrue();
        assertThat(limit.maxAge()).isEqualTo(950);

        IntStream.range(0, 100).forEach(again -> limit.adapt(101));

        assertThat(limit.adapt(101)).isFalse();
        assertThat(limit.maxAge()).isEqualTo(50);
    }

    @Test
    void fewCountersLengthenItAgainUpToWhatWasConfigured() {
        limit.adapt(101);
        limit.adapt(101);

        limit.adapt(79);
        assertThat(limit.maxAge()).isEqualTo(950);

        limit.adapt(79);
        assertThat(limit.adapt(79)).isFalse();
        assertThat(limit.maxAge()).isEqualTo(1000);
    }

    @Test
    void inBetweenNothingChanges() {
        limit.adapt(101);

        assertThat(limit.adapt(80)).isFalse();
        assertThat(limit.adapt(100)).isFalse();
        assertThat(limit.maxAge()).isEqualTo(950);
    }

    @Test
    void withoutALimitTheAgeStays() {
        MemoryLimit none = new MemoryLimit(1000, -1);

        assertThat(none.adapt(1_000_000)).isFalse();
        assertThat(none.maxAge()).isEqualTo(1000);
    }
}
