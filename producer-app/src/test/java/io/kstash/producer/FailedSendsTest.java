package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailedSendsTest {
    private final FailedSends failures =
            new FailedSends("orders", KafkaRefusal.of(KafkaClientSettings.of("kafka:9092"), "Write"));

    @Test
    void reportsNeighboursInOneLineAndEachFailureOnce() {
        // given
        failures.add(1, 5, new TimeoutException("too late"));
        failures.add(0, 8, new TimeoutException("too late"));
        failures.add(0, 7, new TimeoutException("too late"));
        failures.add(0, 9, new KafkaException("closed"));

        // when
        List<String> reports = failures.takeReports();

        // then
        assertThat(reports)
                .satisfiesExactly(
                        report -> assertThat(report)
                                .startsWith("not sent to orders: producer 0, sequences 7 to 8: too late. "),
                        report -> assertThat(report).startsWith("not sent to orders: producer 0, sequence 9: closed. "),
                        report -> assertThat(report)
                                .startsWith("not sent to orders: producer 1, sequence 5: too late. "));
        assertThat(failures.takeReports()).isEmpty();
    }

    @Test
    void aRefusalIsOneFailureOfTheRun() {
        // when
        failures.add(0, 1, new TopicAuthorizationException(Set.of("orders")));
        failures.add(0, 2, new TopicAuthorizationException(Set.of("orders")));
        failures.add(1, 1, new KafkaException("Producer is closed"));

        // then
        assertThat(failures.takeReports()).isEmpty();
        assertThat(failures.refusal())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .hasMessageContaining("User:ANONYMOUS lacks the right Write on topic orders."));
    }

    static List<Arguments> reasons() {
        return List.of(
                Arguments.of(
                        new RecordTooLargeException("9 bytes"),
                        "9 bytes. Make the record smaller, or raise max.request.size (--config) and the topic's"
                                + " max.message.bytes"),
                Arguments.of(
                        new TimeoutException("too late."),
                        "too late. Check that Kafka runs and is reachable, or raise delivery.timeout.ms (--config)"),
                Arguments.of(
                        new UnknownTopicOrPartitionException("gone"),
                        "gone. The topic was deleted: start again to create it"),
                Arguments.of(
                        new KafkaException("closed"),
                        "closed. Send the record again; --debug shows what the Kafka client did"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void saysWhyAndWhatToDo(Exception failure, String expected) {
        assertThat(SendFailure.explain(failure)).isEqualTo(expected);
    }
}
