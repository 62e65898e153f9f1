package io.kstash.filters.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountersTest {
    private static final long PERIOD = 60;
    private static final long MAX_AGE = 120;

    private final AtomicLong clock = new AtomicLong();

    @Test
    void aKeyWhoseEventsAreTooOldIsForgottenAfterAWhile() {
        Counters counters = counters(true);
        counters.count("old", PERIOD, 0);
        counters.count("new", PERIOD, 1000);

        clock.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(counters.count("old", PERIOD, 59))
                .as("the first event of a key, since the one before it is forgotten")
                .isEqualTo(1);
    }

    @Test
    void aKeyIsRememberedUntilThen() {
        Counters counters = counters(true);
        counters.count("old", PERIOD, 0);
        counters.count("new", PERIOD, 1000);

        clock.addAndGet(Duration.ofSeconds(5).toNanos() - 1);

        assertThat(counters.count("old", PERIOD, 59)).isEqualTo(2);
    }

    @Test
    void nothingIsForgottenWithoutPeriodicFlush() {
        Counters counters = counters(false);
        counters.count("old", PERIOD, 0);
        counters.count("new", PERIOD, 1000);

        clock.addAndGet(Duration.ofHours(5).toNanos());

        assertThat(counters.count("old", PERIOD, 59)).isEqualTo(2);
    }

    @Test
    void everyEventOfSeveralThreadsIsCountedOnce() throws Exception {
        int threads = 4;
        int events = 10_000;
        Counters counters = counters(true);
        Callable<List<Long>> work = () -> LongStream.range(0, events)
                .map(i -> counters.count("k", PERIOD, 0))
                .boxed()
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(threads);

        List<Future<List<Long>>> counts =
                pool.invokeAll(Stream.generate(() -> work).limit(threads).toList());
        pool.shutdown();

        List<Long> counted = new ArrayList<>();
        for (Future<List<Long>> count : counts) {
            counted.addAll(count.get());
        }
        assertThat(counted.stream().sorted())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) threads * events)
                        .boxed()
                        .toList());
    }

    private Counters counters(boolean cleansUp) {
        return new Counters(new MemoryLimit(MAX_AGE, 100), cleansUp, clock::get);
    }
}
