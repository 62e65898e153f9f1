package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.app.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which records come to the topic, and when. */
@Timeout(30)
class ProducerFlowTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final ProducedTopic topic = new ProducedTopic();

    private final StartedProducer producer = new StartedProducer(topic);

    @Test
    void theDefaultFlowIsTwentyRecordsOfFourFields() throws Exception {
        // given
        Instant before = Instant.now();

        // when: as by default, but faster
        int exitCode = producer.run("--rate", "100");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(topic.partitionCount()).isEqualTo(1);
        List<ConsumerRecord<String, String>> records = topic.records();
        assertThat(records).hasSize(20).allSatisfy(message -> {
            assertThat(message.key()).isNull();
            assertThat(message.headers()).hasSize(1);
            JsonNode value = JSON.readTree(message.value());
            assertThat(value.fieldNames()).toIterable().containsExactly("producer_id", "id", "timestamp", "value");
            assertThat(value.get("timestamp").isFloatingPointNumber()).isTrue();
            assertThat(value.get("timestamp").doubleValue())
                    .isBetween(before.toEpochMilli() / 1e3, Instant.now().toEpochMilli() / 1e3);
            assertThat(value.get("value").isInt()).isTrue();
            assertThat(value.get("value").intValue()).isBetween(1, 100);
        });
        assertThat(identities(records, 0)).containsExactlyElementsOf(numbers(10));
        assertThat(identities(records, 1)).containsExactlyElementsOf(numbers(10));
    }

    @Test
    void eachRecordNamesItsOrigin() throws Exception {
        // when
        producer.run("--producers", "2", "--count", "2", "--rate", "max");

        // then
        String run = producer.messages().replaceFirst("(?s)^run ([0-9a-z]+): .*", "$1");
        assertThat(topic.records())
                .extracting(message -> new String(
                        message.headers().lastHeader("kstash.producer").value(), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(run + "/0/0", run + "/0/1", run + "/1/0", run + "/1/1");
        assertThat(producer.printed()).startsWith("run " + run + ": sent 4, failed 0, rate ");
    }

    @Test
    void recordsComeAtTheRateAndTheFirstAtOnce() {
        // given
        long start = System.nanoTime();

        // when
        producer.run("--producers", "1", "--count", "6", "--rate", "5");

        // then: five intervals of 200 ms and the start of the clients
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        List<ConsumerRecord<String, String>> records = topic.records();
        long sending = records.get(5).timestamp() - records.get(0).timestamp();
        assertThat(sending).isBetween(950L, 1300L);
        assertThat(elapsed).isLessThan(Duration.ofMillis(sending + 1500));
    }

    @Test
    void anExplicitPartitionCountHoldsForANewTopicAndAllPartitionsAreUsed() throws Exception {
        // when
        producer.run("--partitions", "3", "--producers", "1", "--count", "9", "--rate", "max");

        // then
        assertThat(topic.partitionCount()).isEqualTo(3);
        assertThat(topic.records()).extracting(ConsumerRecord::partition).contains(0, 1, 2);
        assertThat(producer.messages()).doesNotContain("exists");
    }

    @Test
    void anExistingTopicKeepsItsPartitionsAndOneNoticeSaysSo() throws Exception {
        // given
        topic.create(2);

        // when
        int exitCode = producer.run("--partitions", "4", "--count", "1", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(topic.partitionCount()).isEqualTo(2);
        assertThat(producer.messages().lines().filter(line -> line.contains("partition")))
                .containsExactly("Topic " + topic.name()
                        + " exists with 2 partitions and stays so; --partitions 4 only counts" + " when it is created");
    }

    @Test
    void sendsThreeThousandAtMax() {
        // when
        int exitCode = producer.run("--producers", "3", "--count", "1000", "--rate", "max");

        // then
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        List<ConsumerRecord<String, String>> records = topic.records();
        assertThat(records).hasSize(3000);
        for (int producer = 0; producer < 3; producer++) {
            assertThat(identities(records, producer)).containsExactlyElementsOf(numbers(1000));
        }
        assertThat(producer.printed())
                .matches("run [0-9a-z]{10}: sent 3000, failed 0, rate [0-9.]+/s,"
                        + " latency p50 [0-9.]+ ms, p99 [0-9.]+ ms, max [0-9.]+ ms\n");
    }

    private static List<Integer> identities(List<ConsumerRecord<String, String>> records, int producer) {
        return records.stream()
                .map(message -> json(message.value()))
                .filter(value -> value.get("producer_id").intValue() == producer)
                .map(value -> value.get("id").intValue())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static List<Integer> numbers(int count) {
        return Stream.iterate(0, n -> n + 1).limit(count).toList();
    }
}
