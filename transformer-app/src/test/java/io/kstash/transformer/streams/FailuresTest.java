package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final KafkaRefusal REFUSALS =
            KafkaRefusal.of(new KafkaClientSettings("localhost:9092", Map.of()), "Write");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private final Failures failures = new Failures(new AppContext(
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            stop,
            Map.of()));

    static Stream<KafkaException> passing() {
        return Stream.of(
                new TimeoutException("no answer"),
                new ProducerFencedException("another one has its id"),
                new InvalidProducerEpochException("an old epoch"),
                new InvalidTxnStateException("aborted while it slept"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aThreadThatKafkaLetDownIsReplaced(KafkaException cause) {
        // when
        StreamThreadExceptionResponse response = failures.handle(new StreamsException("failed", cause), REFUSALS);

        // then
        assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(stop.isRequested()).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("Kafka failed, going on with what was committed: "
                        + cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    @Test
    void anyOtherFailureEndsTheApp() {
        // when
        StreamThreadExceptionResponse response =
                failures.handle(new StreamsException("failed", new IllegalStateException("a fault")), REFUSALS);

        // then
        assertThat(response).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(stop.isRequested()).isTrue();
        assertThat(failures.first())
                .map(AppException::getMessage)
                .hasValue("Kafka Streams failed: IllegalStateException: a fault");
    }
}
