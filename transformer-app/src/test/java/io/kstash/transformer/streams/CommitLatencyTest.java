package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitLatencyTest {
    private final CommitLatency latency = new CommitLatency();

    @Test
    void aRecordCountsOnceItIsCommitted() {
        // given
        long anHourAgo = System.currentTimeMillis() - TimeUnit.HOURS.toMillis(1);
        for (int i = 0; i < 3000; i++) {
            latency.await(anHourAgo);
        }
        assertThat(latency.latencies().sum()).isZero();

        // when
        latency.committed(TimeUnit.MILLISECONDS.toNanos(30));
        latency.committed(TimeUnit.MILLISECONDS.toNanos(2));

        // then
        assertThat(count(latency.latencies().counts())).isEqualTo(3000);
        assertThat(latency.latencies().sum()).isGreaterThanOrEqualTo(3000L * TimeUnit.HOURS.toMillis(1));
        assertThat(latency.commits().sum()).isEqualTo(32);
    }

    @Test
    void eachThreadCommitsItsOwnRecords() throws InterruptedException {
        latency.await(0);

        Thread other = new Thread(() -> latency.committed(1));
        other.start();
        other.join();

        assertThat(count(latency.latencies().counts())).isZero();
    }

    private static long count(long[] counts) {
        return Arrays.stream(counts).sum();
    }
}
