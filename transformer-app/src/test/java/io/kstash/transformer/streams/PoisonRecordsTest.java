package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Among 100,000 records one that is not JSON, one on which a pattern goes astray, and one whose result is 2 MB. */
class PoisonRecordsTest {
    private static final int RECORDS = 100_000;
    private static final int NOT_JSON = 30_000;
    private static final int ASTRAY = 50_000;
    private static final int LARGE = 70_000;
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    @BeforeAll
    static void sendRecords() {
        kafka.createTopic("poison", 1);
        kafka.sendAll(
                "poison",
                IntStream.range(0, RECORDS).mapToObj(PoisonRecordsTest::value).toList());
    }

    private static String value(int id) {
        return switch (id) {
            case NOT_JSON -> "this is not JSON";
            case ASTRAY -> "{\"id\":" + id + ",\"word\":\"" + "x".repeat(60) + "1\"}";
            case LARGE -> "{\"id\":" + id + ",\"word\":\"twice\",\"text\":\"" + "y".repeat(500_000) + "\"}";
            default -> "{\"id\":" + id + ",\"word\":\"fine\"}";
        };
    }

    @Test
    void twoAreTaggedAsInLogstashAndTheThirdIsTheOneDeadLetter() throws IOException {
        // when
        List<ConsumerRecord<String, String>> out = run("tagging", DeadLetterPolicy.TAG, RECORDS - 1);

        // then
        assertThat(sources(out)).containsExactlyElementsOf(offsetsWithout(LARGE));
        assertThat(out.get(NOT_JSON).value())
                .contains("\"message\":\"this is not JSON\"")
                .contains("\"tags\":[\"_jsonparsefailure\"]");
        assertThat(out.get(ASTRAY).value()).contains("\"id\":" + ASTRAY + ",").contains("\"tags\":[\"_groktimeout\"]");
        assertThat(tagged(out)).isEqualTo(2);
        assertThat(deadLetters("tagging"))
                .containsExactly(
                        "poison/0/" + LARGE + " 6:10 output: The record has N bytes, and topic tagging-out takes N"
                                + " (its max.message.bytes)");
    }

    @Test
    void allThreeAreDeadLettersWhereTheyShallBe() throws IOException {
        // when
        List<ConsumerRecord<String, String>> out = run("strict", DeadLetterPolicy.STRICT, RECORDS - 3);

        // then
        assertThat(sources(out)).containsExactlyElementsOf(offsetsWithout(NOT_JSON, ASTRAY, LARGE));
        assertThat(tagged(out)).isZero();
        assertThat(deadLetters("strict"))
                .containsExactly(
                        "poison/0/" + NOT_JSON
                                + " 1:9 codec: Not JSON: Unrecognized token 'this': was expecting (JSON String,"
                                + " Number, Array, Object or token 'null', 'true' or 'false') (line N, column N)",
                        "poison/0/" + ASTRAY + " 3:15 filter grok: the search for /^([a-z]+)+$/ took longer than N ms",
                        "poison/0/" + LARGE + " 6:10 output: The record has N bytes, and topic strict-out takes N"
                                + " (its max.message.bytes)");
    }

    private List<ConsumerRecord<String, String>> run(String name, DeadLetterPolicy policy, int expected)
            throws IOException {
        String out = name + "-out";
        try (RunningPipeline running = RunningPipeline.start(
                name,
                pipeline(name, out),
                kafka.bootstrapServers(),
                folder,
                new StreamsOptions(policy, Retention.DEFAULT, EventTime.RECORD))) {
            await().atMost(SOON).until(() -> running.messages().contains("Running pipeline"));
            await().atMost(SOON).until(() -> kafka.lag(name, "poison") == 0);
        }
        List<ConsumerRecord<String, String>> records = kafka.records(out);
        assertThat(records).hasSize(expected);
        return records;
    }

    private static String pipeline(String group, String out) {
        return "input { kafka { topics => [\"poison\"] group_id => \"" + group
                + "\" auto_offset_reset => \"earliest\" codec => json } }\n"
                + "filter {\n"
                + "  if [word] { grok { match => { \"word\" => \"^([a-z]+)+$\" } timeout_millis => 300 } }\n"
                + "  if [text] { mutate { add_field => { \"again\" => \"%{text}%{text}%{text}\" } } }\n"
                + "}\n"
                + "output { kafka { topic_id => \"" + out + "\" codec => json } }";
    }

    private static List<Long> sources(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .map(record -> header(record, "kstash.source"))
                .map(source -> Long.valueOf(source.split("/", -1)[2]))
                .toList();
    }

    private static List<Long> offsetsWithout(int... missing) {
        List<Integer> without = IntStream.of(missing).boxed().toList();
        return IntStream.range(0, RECORDS)
                .filter(offset -> !without.contains(offset))
                .asLongStream()
                .boxed()
                .collect(Collectors.toList());
    }

    private static long tagged(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(record -> record.value().contains("\"tags\""))
                .count();
    }

    /** Origin, line and column, stage and reason; numbers beside the point are N. */
    private static List<String> deadLetters(String pipeline) {
        return kafka.records(pipeline + "-dead-letters").stream()
                .map(letter -> header(letter, DeadLetterHeaders.ORIGIN) + " "
                        + header(letter, DeadLetterHeaders.PLACE).replaceFirst(".*\\.conf:", "") + " "
                        + header(letter, DeadLetterHeaders.STAGE) + ": "
                        + header(letter, DeadLetterHeaders.REASON)
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .replaceAll("\\d+", "N"))
                .toList();
    }

    private static String header(ConsumerRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
