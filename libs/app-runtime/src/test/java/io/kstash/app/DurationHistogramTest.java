package io.kstash.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationHistogramTest {
    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "1, 0", "2, 1", "3, 2", "4, 2", "5, 3", "262144, 18", "262145, 19", "9000000000000, 19"
    })
    void aDurationIsInTheFirstClassThatHoldsIt(long millis, int place) {
        DurationHistogram histogram = new DurationHistogram();

        histogram.record(millis);

        assertThat(histogram.counts()[place]).isEqualTo(1);
        assertThat(Arrays.stream(histogram.counts()).sum()).isEqualTo(1);
        assertThat(histogram.sum()).isEqualTo(Math.max(0, millis));
        if (place < DurationHistogram.bounds().length) {
            assertThat(millis).isLessThanOrEqualTo(DurationHistogram.bounds()[place]);
        }
    }
}
