package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is to be delivered stays until it is delivered, on a Kafka that deletes what has expired at once. */
@Timeout(120)
class DeliveriesTopicTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant LONG_AGO = Instant.parse("2020-02-03T04:05:06.789Z");

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static LocalKafka broker;
    private static KafkaFixture kafka;

    @BeforeAll
    static void startKafka() {
        broker =
                LocalKafka.builder().data(data).quickRestarts().quickRetention().start();
        kafka = new KafkaFixture(broker.bootstrapServers());
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
        broker.close();
    }

    /** Each line keeps the time of its record, of which Kafka believes that it is how long the line has been there. */
    @Test
    void linesOfOldRecordsOutliveTheRetentionThatTheBrokerHasForEverythingElse() throws IOException {
        // given
        inputOfLongAgo("replay");
        kafka.createTopic("canary", 1);

        // when
        try (RunningPipeline running = start("replay")) {
            await().atMost(SOON).until(() -> lines("replay").size() == 3);
        }
        kafka.send(old("canary"));
        await().atMost(SOON).until(() -> kafka.values("canary").isEmpty());

        // then
        assertThat(kafka.values("replay-deliveries")).hasSize(3);
    }

    @Test
    void topicsOfAFormerVersionAreMadeAsTheyHaveToBe() throws IOException {
        // given
        kafka.createTopic("former", 1);
        kafka.createTopic("former-deliveries", 1);
        kafka.createTopic("former-ledger", 1);
        kafka.createTopic("former-dead-letters", 1);

        // when
        String messages = runOnce("former");

        // then
        assertThat(kafka.setting("former-deliveries", "retention.ms")).isEqualTo("-1");
        assertThat(List.of("former-deliveries", "former-ledger", "former-dead-letters"))
                .allSatisfy(topic -> assertThat(kafka.setting(topic, "message.timestamp.type"))
                        .isEqualTo("LogAppendTime"));
        assertThat(messages).doesNotContain("Warning");
    }

    @Test
    void whatSomebodySetOnPurposeStaysAndIsWarnedOf() throws IOException {
        // given
        kafka.createTopic("decided", 1);
        kafka.createTopic("decided-deliveries", 1);
        kafka.set("decided-deliveries", "retention.ms", "86400000");

        // when
        String messages = runOnce("decided");

        // then
        assertThat(kafka.setting("decided-deliveries", "retention.ms")).isEqualTo("86400000");
        assertThat(kafka.setting("decided-deliveries", "message.timestamp.type"))
                .isEqualTo("LogAppendTime");
        assertThat(messages)
                .contains(
                        "Warning: topic decided-deliveries has retention.ms=86400000: Kafka may delete lines before they"
                                + " are delivered. Somebody set that, so it stays; this changes it: kafka-configs.sh --alter"
                                + " --entity-type topics --entity-name decided-deliveries --add-config retention.ms=-1\n");
    }

    private String runOnce(String name) throws IOException {
        try (RunningPipeline running = start(name)) {
            await().atMost(SOON).until(() -> running.messages().contains("Running pipeline"));
            return running.messages();
        }
    }

    private RunningPipeline start(String name) throws IOException {
        String text = "input { kafka { topics => [\"" + name + "\"] group_id => \"" + name
                + "\" auto_offset_reset => \"earliest\" codec => json } } output { file { path => \""
                + folder.resolve(name + ".log") + "\" codec => json_lines } }";
        return RunningPipeline.start(name, text, broker.bootstrapServers(), folder);
    }

    /** Three records, which Kafka keeps. */
    private static void inputOfLongAgo(String topic) {
        kafka.createTopic(topic, 1);
        kafka.set(topic, "retention.ms", "-1");
        kafka.sendEach(List.of(old(topic), old(topic), old(topic)));
    }

    private static ProducerRecord<byte[], byte[]> old(String topic) {
        byte[] value = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, 0, LONG_AGO.toEpochMilli(), null, value);
    }

    private List<String> lines(String name) throws IOException {
        Path log = folder.resolve(name + ".log");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }
}
