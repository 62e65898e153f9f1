package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What of a record stays as it was on the way from topic to topic. */
class TopicToTopicTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long LONG_AGO =
            Instant.parse("2020-02-03T04:05:06.789Z").toEpochMilli();

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    @Test
    void keysHeadersTimestampsPartitionsAndTombstonesAreKept() throws IOException {
        // given
        kafka.createTopic("kept-in", 2);
        List<Header> headers = List.of(header("a", "1"), header("b", "2"), header("a", "3"));
        List<Header> ofAnotherPipeline = List.of(header("kstash.source", "x/0/1/2"), header("kstash.output", "y"));
        List<Header> all =
                Stream.of(headers, ofAnotherPipeline).flatMap(List::stream).toList();
        kafka.send(new ProducerRecord<>("kept-in", 1, LONG_AGO, bytes("key"), bytes("{\"id\":1}"), all));
        kafka.send(new ProducerRecord<>("kept-in", 1, LONG_AGO + 1, bytes("key"), null, all));

        // when
        run("kept", "", StreamsOptions.DEFAULT, 2);

        // then
        List<ConsumerRecord<String, String>> records = kafka.records("kept-out");
        for (int i = 0; i < 2; i++) {
            ConsumerRecord<String, String> record = records.get(i);
            assertThat(record.partition()).isEqualTo(1);
            assertThat(record.timestamp()).isEqualTo(LONG_AGO + i);
            assertThat(record.key()).isEqualTo("key");
            assertThat(record.headers())
                    .containsExactly(
                            header("a", "1"),
                            header("b", "2"),
                            header("a", "3"),
                            header("kstash.source", "kept-in/1/" + i + "/0"));
        }
        assertThat(records.get(0).value()).contains("\"@timestamp\":\"2020-02-03T04:05:06.789Z\"");
        assertThat(records.get(1).value()).isNull();
    }

    @Test
    void onRequestAnEventHasTheTimeOfTheWorkAndItsRecordThatOfItsSource() throws IOException {
        // given
        kafka.createTopic("now-in", 1);
        kafka.send(new ProducerRecord<>("now-in", 0, LONG_AGO, null, bytes("{}")));
        Instant start = Instant.now();

        // when
        StreamsOptions options = new StreamsOptions(DeadLetterPolicy.TAG, Retention.DEFAULT, EventTime.NOW);
        run("now", "", options, 1);

        // then
        ConsumerRecord<String, String> record = kafka.records("now-out").get(0);
        assertThat(record.timestamp()).isEqualTo(LONG_AGO);
        String timestamp = record.value().replaceFirst(".*\"@timestamp\":\"([^\"]+)\".*", "$1");
        assertThat(Instant.parse(timestamp)).isAfter(start.minusSeconds(1));
    }

    @Test
    void withAKeyOfItsOwnARecordGoesWhereKafkasPartitionerPutsIt() throws IOException {
        // given
        kafka.createTopic("keyed-in", 1);
        kafka.createTopic("keyed-out", 5);
        kafka.createTopic("plain", 5);
        for (int i = 0; i < 40; i++) {
            kafka.send("keyed-in", 0, "{\"user\":\"u" + i % 10 + "\"}");
            kafka.send(new ProducerRecord<>("plain", bytes("u" + i % 10), bytes("")));
        }

        // when
        run("keyed", "message_key => \"%{user}\"", StreamsOptions.DEFAULT, 40);

        // then
        assertThat(kafka.records("keyed-out")).hasSize(40);
        assertThat(partitionsByKey("keyed-out")).isEqualTo(partitionsByKey("plain"));
    }

    @Test
    void anOutputWithFewerPartitionsTakesThoseOfSeveralAndKeepsTheirOrder() throws IOException {
        // given
        kafka.createTopic("fewer-in", 3);
        kafka.createTopic("fewer-out", 2);
        IntStream.range(0, 30).forEach(i -> kafka.send("fewer-in", i % 3, "{\"id\":" + i + "}"));

        // when
        run("fewer", "", StreamsOptions.DEFAULT, 30);

        // then
        Map<String, List<Integer>> byOrigin = kafka.records("fewer-out").stream()
                .collect(Collectors.groupingBy(
                        record -> record.partition() + " from " + origin(record),
                        Collectors.mapping(
                                record -> Integer.parseInt(record.value().replaceFirst(".*\"id\":(\\d+).*", "$1")),
                                Collectors.toList())));
        assertThat(byOrigin)
                .containsOnlyKeys("0 from fewer-in/0", "1 from fewer-in/1", "0 from fewer-in/2")
                .allSatisfy((origin, ids) -> assertThat(ids).hasSize(10).isSorted());
    }

    private void run(String name, String option, StreamsOptions options, int records) throws IOException {
        String text = "input { kafka { topics => [\"" + name + "-in\"] group_id => \"" + name
                + "\" auto_offset_reset => \"earliest\" codec => json { ecs_compatibility => disabled } } }\n"
                + "output { kafka { topic_id => \"" + name + "-out\" codec => json " + option + " } }";
        try (RunningPipeline running = RunningPipeline.start(name, text, kafka.bootstrapServers(), folder, options)) {
            await().atMost(SOON).until(() -> running.messages().contains("Running pipeline"));
            await().atMost(SOON).until(() -> kafka.records(name + "-out").size() >= records);
        }
    }

    private Map<String, List<Integer>> partitionsByKey(String topic) {
        return kafka.records(topic).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key, Collectors.mapping(ConsumerRecord::partition, Collectors.toList())));
    }

    private static String origin(ConsumerRecord<?, ?> record) {
        String source = new String(record.headers().lastHeader("kstash.source").value(), StandardCharsets.UTF_8);
        return source.replaceFirst("/\\d+/\\d+$", "");
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
