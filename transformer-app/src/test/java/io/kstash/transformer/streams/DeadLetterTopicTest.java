package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How long dead letters are kept. */
class DeadLetterTopicTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String THIRTY_DAYS = "2592000000";
    private static final String TWELVE_HOURS = "43200000";

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    @Test
    void theyAreKeptThirtyDaysUnlessSomebodyAsksForAnotherTime() throws IOException {
        kafka.createTopic("retained-in", 1);
        Retention twelveHours = new Retention(Duration.ofHours(12), true);

        runOnce(Retention.DEFAULT);
        assertThat(kafka.setting("retained-dead-letters", "retention.ms")).isEqualTo(THIRTY_DAYS);
        assertThat(kafka.setting("retained-ledger", "retention.ms")).isEqualTo(THIRTY_DAYS);

        runOnce(twelveHours);
        assertThat(kafka.setting("retained-dead-letters", "retention.ms")).isEqualTo(TWELVE_HOURS);
        assertThat(kafka.setting("retained-ledger", "retention.ms")).isEqualTo(TWELVE_HOURS);

        runOnce(Retention.DEFAULT);
        assertThat(kafka.setting("retained-dead-letters", "retention.ms")).isEqualTo(TWELVE_HOURS);
    }

    /** Kafka deletes by timestamp: with that of the record, the dead letter of an old one would be gone in minutes. */
    @Test
    void theTimeOfADeadLetterIsWhenItBecameOneAndAHeaderHasThatOfTheRecord() throws IOException {
        // given
        kafka.createTopic("old", 1);
        Instant longAgo = Instant.parse("2020-02-03T04:05:06.789Z");
        byte[] value = "{\"a\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        kafka.send(new ProducerRecord<>("old", 0, longAgo.toEpochMilli(), null, value));
        Instant start = Instant.now();

        // when
        String text = "input { kafka { topics => [\"old\"] group_id => \"old\" auto_offset_reset => \"earliest\""
                + " codec => json } } filter { if [a] > 5 { drop { } } }";
        try (RunningPipeline running = RunningPipeline.start("archive", text, kafka.bootstrapServers(), folder)) {
            await().atMost(SOON).until(() -> running.messages().contains("Running pipeline"));
            await().atMost(SOON)
                    .until(() -> !kafka.records("archive-dead-letters").isEmpty());
        }

        // then
        assertThat(kafka.records("archive-dead-letters")).singleElement().satisfies(letter -> {
            assertThat(Instant.ofEpochMilli(letter.timestamp())).isAfter(start.minusSeconds(1));
            assertThat(header(letter, DeadLetterHeaders.TIMESTAMP)).isEqualTo("2020-02-03T04:05:06.789Z");
        });
    }

    private void runOnce(Retention retention) throws IOException {
        StreamsOptions options = new StreamsOptions(DeadLetterPolicy.TAG, retention, EventTime.RECORD);
        String text = "input { kafka { topics => [\"retained-in\"] group_id => \"retained\" } }";
        try (RunningPipeline running =
                RunningPipeline.start("retained", text, kafka.bootstrapServers(), folder, options)) {
            await().atMost(SOON).until(() -> running.messages().contains("Running pipeline"));
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
