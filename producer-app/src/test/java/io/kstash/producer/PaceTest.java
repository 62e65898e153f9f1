package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void letsTheFirstRecordGoAtOnceAndTheOthersAtTheRate() throws InterruptedException {
        // given
        Pace pace = Pace.of(Rate.parse("20"));

        // when
        Duration first = timeOf(pace, 1);
        Duration tenMore = timeOf(pace, 10);

        // then
        assertThat(first).isLessThan(Duration.ofMillis(40));
        assertThat(tenMore).isBetween(Duration.ofMillis(450), Duration.ofMillis(900));
    }

    @Test
    void keepsToAHighRateAlthoughEachWaitIsLongerThanItsPeriod() throws InterruptedException {
        // given
        Pace pace = Pace.of(Rate.parse("100k"));

        // when
        Duration elapsed = timeOf(pace, 50_000);

        // then: a sleep for each record would take five times as long
        assertThat(elapsed).isBetween(Duration.ofMillis(380), Duration.ofMillis(1500));
    }

    @Test
    void neverWaitsAtMax() throws InterruptedException {
        assertThat(timeOf(Pace.of(Rate.MAX), 100_000)).isLessThan(Duration.ofMillis(500));
    }

    private static Duration timeOf(Pace pace, int records) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < records; i++) {
            pace.await();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
