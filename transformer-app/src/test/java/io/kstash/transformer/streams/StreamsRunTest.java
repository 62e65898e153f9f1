package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pipelines on a real Kafka. */
class StreamsRunTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final AtomicInteger TESTS = new AtomicInteger();

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    private String name;
    private String in;
    private String out;

    @BeforeEach
    void ownNames() {
        name = "pipeline-" + TESTS.incrementAndGet();
        in = name + "-in";
        out = name + "-out";
    }

    @Test
    void recordsGoToTopicFileAndStdoutEachOnceAndInOrder() throws IOException {
        // given
        kafka.createTopic(in, 1);
        IntStream.range(0, 20).forEach(i -> kafka.send(producedBy("run/0/" + i, "{\"id\":" + i + "}")));

        // when
        try (RunningPipeline running = start(jsonInput(), addField(), everyOutput())) {
            await().atMost(SOON)
                    .until(() -> lines(log()).size() == 20 && kafka.values(out).size() == 20);
            await().atMost(SOON).until(() -> running.printed().size() == 20 && kafka.lag(group(), in) == 0);
        }

        // then
        List<ConsumerRecord<String, String>> records = kafka.records(out);
        assertThat(records).extracting(ConsumerRecord::value).containsExactlyElementsOf(lines(log()));
        for (int i = 0; i < 20; i++) {
            ConsumerRecord<String, String> record = records.get(i);
            assertThat(record.value()).startsWith("{\"id\":" + i + ",").contains("\"processed_by\":\"logstash\"");
            assertThat(record.key()).isNull();
            assertThat(header(record, "kstash.source")).isEqualTo(in + "/0/" + i + "/0");
            assertThat(header(record, "kstash.producer")).isEqualTo("run/0/" + i);
        }
    }

    @Test
    void aRestartInTheMiddleLosesNothingAndRepeatsNothing() throws IOException {
        // given
        kafka.createTopic(in, 1);
        String[] pipeline = {jsonInput(), addField(), everyOutput()};
        try (RunningPipeline first = start(pipeline)) {
            kafka.sendAll(in, numbered(0, 500));
            await().atMost(SOON).until(() -> !kafka.values(out).isEmpty());
        }

        // when
        kafka.sendAll(in, numbered(500, 600));
        try (RunningPipeline second = start(pipeline)) {
            await().atMost(SOON).until(() -> lines(log()).size() >= 600 && kafka.lag(group(), in) == 0);
        }

        // then
        assertThat(kafka.values(out)).hasSize(600).doesNotHaveDuplicates();
        assertThat(lines(log())).containsExactlyElementsOf(kafka.values(out));
    }

    @Test
    void badValuesDoNotStopTheFlow() throws IOException {
        // given
        kafka.createTopic(in, 1);
        kafka.send(in, 0, "not json");
        kafka.send(in, 0, "");
        kafka.send(in, 0, null);
        kafka.send(in, 0, "{\"unknown\":{\"deep\":[1,null]}}");
        kafka.send(in, 0, "{\"id\":\"last\"}");

        // when
        try (RunningPipeline running = start(jsonInput(), addField(), everyOutput())) {
            await().atMost(SOON)
                    .until(() -> kafka.values(out).size() == 4 && lines(log()).size() == 3);
        }

        // then
        List<String> values = kafka.values(out);
        assertThat(values.get(0)).contains("\"message\":\"not json\"").contains("\"tags\":[\"_jsonparsefailure\"]");
        assertThat(values.get(1)).isNull();
        assertThat(values.get(2)).contains("\"unknown\":{\"deep\":[1,null]}");
        assertThat(values.get(3)).contains("\"id\":\"last\"");
        assertThat(kafka.records(name + "-dead-letters")).isEmpty();
    }

    @Test
    void aResultThatIsTooLargeForItsTopicIsADeadLetterAndTheFlowGoesOn() throws IOException {
        // given
        kafka.createTopic(in, 1);
        String large = "{\"text\":\"" + "x".repeat(1024 * 1024 - 100) + "\"}";
        kafka.send(in, 0, "{\"id\":1}");
        kafka.send(in, 0, large);
        kafka.send(in, 0, "{\"id\":2}");

        // when
        try (RunningPipeline running = start(jsonInput(), addField(), everyOutput())) {
            await().atMost(SOON).until(() -> kafka.values(out).size() == 2);
            await().atMost(SOON).until(() -> lines(log()).size() == 2);
        }

        // then
        List<ConsumerRecord<String, String>> deadLetters = kafka.records(name + "-dead-letters");
        assertThat(deadLetters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(large);
            assertThat(header(letter, DeadLetterHeaders.ORIGIN)).isEqualTo(in + "/0/1");
            assertThat(header(letter, DeadLetterHeaders.REASON))
                    .contains("topic " + out)
                    .contains("max.message.bytes");
        });
    }

    @Test
    void aConditionThatCannotBeEvaluatedMakesADeadLetterThatNamesItsPlace() throws IOException {
        // given
        kafka.createTopic(in, 1);
        kafka.send(in, 0, "{\"a\":\"x\"}");
        kafka.send(in, 0, "{\"a\":9}");
        String filter = "filter {\n  if [a] > 5 { mutate { add_tag => [\"big\"] } }\n}\n";

        // when
        try (RunningPipeline running = start(jsonInput(), filter, topicOutput(""))) {
            await().atMost(SOON).until(() -> kafka.values(out).size() == 1);
        }

        // then
        assertThat(kafka.values(out).get(0)).contains("\"tags\":[\"big\"]");
        assertThat(kafka.records(name + "-dead-letters")).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo("{\"a\":\"x\"}");
            assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("condition");
            assertThat(header(letter, DeadLetterHeaders.PLACE)).matches(".*" + name + "\\.conf:\\d+:6");
        });
    }

    @Test
    void whereOneEventOfARecordFailsTheRecordIsOneDeadLetterAndNoneOfItsEventsPasses() throws IOException {
        // given
        kafka.createTopic(in, 1);
        kafka.send(in, 0, "{\"a\":[1,\"x\",\"y\",2]}");
        kafka.send(in, 0, "{\"a\":[9]}");
        String filter = "filter { split { field => \"a\" } if [a] > 5 { mutate { add_tag => [\"big\"] } } }";

        // when
        try (RunningPipeline running = start(jsonInput(), filter, topicOutput(""))) {
            await().atMost(SOON).until(() -> kafka.values(out).size() == 1);
        }

        // then
        assertThat(kafka.values(out)).singleElement().asString().contains("\"a\":9");
        assertThat(kafka.records(name + "-dead-letters")).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetterHeaders.ORIGIN)).isEqualTo(in + "/0/0");
            assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("Cannot compare \"x\" with 5");
        });
    }

    @Test
    void partitionsAndKeysAreKept() throws IOException {
        // given
        kafka.createTopic(in, 3);
        IntStream.range(0, 30).forEach(i -> kafka.send(in, i % 3, "{\"id\":" + i + "}"));

        // when
        try (RunningPipeline running = start(jsonInput(), "", topicOutput(""))) {
            await().atMost(SOON).until(() -> kafka.values(out).size() == 30);
        }

        // then
        assertThat(kafka.partitions(out)).isEqualTo(3);
        for (ConsumerRecord<String, String> record : kafka.records(out)) {
            assertThat(header(record, "kstash.source")).startsWith(in + "/" + record.partition() + "/");
        }
    }

    @Test
    void anEventCanChooseItsKeyAndItsTopic() throws IOException {
        // given
        kafka.createTopic(in, 1);
        kafka.send(in, 0, "{\"kind\":\"a\",\"id\":1}");
        kafka.send(in, 0, "{\"kind\":\"b\",\"id\":2}");
        String output =
                "output { kafka { topic_id => \"" + out + "-%{kind}\" message_key => \"%{id}\" codec => json } }";

        // when
        try (RunningPipeline running = start(jsonInput(), "", output)) {
            await().atMost(SOON)
                    .until(() -> exists(out + "-b") && kafka.records(out + "-b").size() == 1);
        }

        // then
        assertThat(kafka.records(out + "-a")).extracting(ConsumerRecord::key).containsExactly("1");
        assertThat(kafka.records(out + "-b")).extracting(ConsumerRecord::key).containsExactly("2");
    }

    @Test
    void aTopicThatDoesNotExistYetIsWaitedFor() throws IOException {
        // given
        try (RunningPipeline running = start(jsonInput(), "", topicOutput(""))) {
            await().atMost(SOON).until(() -> running.messages().contains("Waiting for topic " + in));

            // when
            kafka.createTopic(in, 1);
            kafka.send(in, 0, "{\"id\":1}");

            // then
            await().atMost(SOON).until(() -> exists(out) && kafka.values(out).size() == 1);
        }
    }

    @Test
    void theSeedsOwnPipelineWritesWhatLogstashWrites() throws IOException {
        // given
        kafka.createTopic(in, 1);
        kafka.send(in, 0, "{\"producer_id\": 0, \"id\": 0}");
        kafka.send(in, 0, "{\"producer_id\": 0, \"id\": 1}");
        String plainInput = jsonInput().replaceFirst("codec => json \\{[^}]*}", "");
        String output = "output { stdout { codec => json } file { path => \"" + log() + "\" codec => json } }";

        // when
        try (RunningPipeline running = start(plainInput, addField(), output)) {
            await().atMost(SOON)
                    .until(() -> Files.exists(log()) && kafka.lag(name + "-deliveries", name + "-deliveries") <= 1);
            await().atMost(SOON).until(() -> Files.readString(log()).split("processed_by", -1).length == 3);
        }

        // then
        assertThat(Files.readString(log()))
                .doesNotContain("\n")
                .contains("\"message\":\"{\\\"producer_id\\\": 0, \\\"id\\\": 0}\"")
                .contains("\"event\":{\"original\":\"{\\\"producer_id\\\": 0, \\\"id\\\": 0}\"}")
                .contains("}{");
    }

    private RunningPipeline start(String... sections) throws IOException {
        return RunningPipeline.start(name, String.join("\n", sections), kafka.bootstrapServers(), folder);
    }

    private String jsonInput() {
        return "input { kafka { topics => [\"" + in + "\"] group_id => \"" + group()
                + "\" auto_offset_reset => \"earliest\" codec => json { ecs_compatibility => disabled } } }";
    }

    private static String addField() {
        return "filter { mutate { add_field => { \"processed_by\" => \"logstash\" } } }";
    }

    private String topicOutput(String options) {
        return "output { kafka { topic_id => \"" + out + "\" codec => json " + options + " } }";
    }

    private String everyOutput() {
        return "output { stdout { codec => json_lines } file { path => \"" + log() + "\" codec => json_lines } kafka { "
                + "topic_id => \"" + out + "\" codec => json } }";
    }

    private String group() {
        return name + "-group";
    }

    private Path log() {
        return folder.resolve("logs").resolve("out.log");
    }

    private ProducerRecord<byte[], byte[]> producedBy(String producer, String value) {
        return new ProducerRecord<>(
                in,
                0,
                null,
                null,
                value.getBytes(StandardCharsets.UTF_8),
                List.of(new RecordHeader("kstash.producer", producer.getBytes(StandardCharsets.UTF_8))));
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "{\"id\":" + i + "}").toList();
    }

    private static boolean exists(String topic) {
        try {
            return kafka.partitions(topic) > 0;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static String header(ConsumerRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
