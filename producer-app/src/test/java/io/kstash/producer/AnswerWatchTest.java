package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerWatchTest {
    private static final Duration SOME = Duration.ofMillis(50);
    private static final Duration BOUND = Duration.ofSeconds(5);

    private final SendResults results = new SendResults(System.nanoTime());
    private final AnswerWatch watch = new AnswerWatch(results);

    @Test
    void silenceGrowsWhileARecordWaitsAndEndsWithAnAnswer() {
        // given
        results.handedOver();
        results.handedOver();
        await().atMost(BOUND).until(() -> watch.silence().compareTo(SOME) > 0);

        // when
        results.acknowledged(System.nanoTime());

        // then
        assertThat(watch.silence()).isLessThan(SOME);
    }

    @Test
    void aRecordThatWasTakenBackDoesNotWait() {
        // given
        results.handedOver();
        await().atMost(BOUND).until(() -> watch.silence().compareTo(SOME) > 0);

        // when
        results.withdrawn();

        // then
        assertThat(watch.silence()).isLessThan(SOME);
        assertThat(results.inFlight()).isZero();
    }
}
