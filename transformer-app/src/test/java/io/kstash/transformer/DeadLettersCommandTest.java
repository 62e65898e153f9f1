package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import io.kstash.transformer.streams.KafkaFixture;
import io.kstash.transformer.streams.RunningPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code dead-letters} on a real Kafka. */
class DeadLettersCommandTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BROKEN = "if [a] > 5 { mutate { add_tag => [\"big\"] } }";
    private static final String MENDED = "if [a] != \"x\" and [a] > 5 { mutate { add_tag => [\"big\"] } }";

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    private final DeadLettersRun last = new DeadLettersRun();

    @Test
    void theyAreListedByReasonAndShownWithWhatThePresentPipelineMakesOfThem() throws IOException {
        // given
        Path mended = threeDeadLetters("seen");

        // when
        int listed = deadLetters("list", mended);

        // then
        assertThat(listed).isEqualTo(ExitCode.OK);
        assertThat(last.lines()).hasSize(4).endsWith("3 dead letters in topic seen-dead-letters, 2 would pass now");
        assertThat(last.lines().get(1))
                .matches(" +2 +2 +20..-..-..T..:..:..Z .* condition +.*seen.conf:3:6 +Cannot compare \"x\" with 5");
        assertThat(last.lines().get(2)).matches(" +1 +0 .* Cannot compare \"y\" with 5");

        deadLetters("list", mended, "--json");
        assertThat(last.lines())
                .singleElement()
                .asString()
                .startsWith("{\"topic\":\"seen-dead-letters\",\"count\":3,\"wouldPass\":2,\"sentBack\":0,\"groups\":"
                        + "[{\"stage\":\"condition\",");

        deadLetters("show", mended, "seen-in/0/0");
        assertThat(last.out())
                .contains("record       seen-in/0/0 of 2026-01-02T03:04:00Z\n")
                .contains("reason       Cannot compare \"x\" with 5\n")
                .contains("key          key 0\n")
                .contains("header       kstash.producer: run/0/0\n")
                .doesNotContain("kstash.dead-letter")
                .contains("value        {\"a\":\"x\",\"n\":0}\n")
                .contains(
                        "It would pass the present pipeline:\nto topic     seen-out\n             {\"a\":\"x\",\"n\":0,");

        deadLetters("show", mended, "seen-in/0/2");
        assertThat(last.out()).contains("It would not pass: ").contains("Cannot compare \"y\" with 5\n");
    }

    @Test
    void thoseThatPassGoBackOnceInOrderAsTheyWere() throws IOException {
        // given
        Path mended = threeDeadLetters("back");

        // when
        int first = deadLetters("redrive", mended);
        List<String> told = last.lines();
        int second = deadLetters("redrive", mended);

        // then
        assertThat(first).isEqualTo(ExitCode.OK);
        assertThat(told)
                .containsExactly(
                        "2 dead letters sent back",
                        "1 dead letter left: the present pipeline would make dead letters of them again"
                                + " ('transformer dead-letters show' tells why, --all sends them nevertheless)");
        assertThat(second).isEqualTo(ExitCode.OK);
        assertThat(last.lines().get(0)).isEqualTo("0 dead letters sent back");
        assertThat(kafka.records("back-in"))
                .filteredOn(record -> record.offset() > 3)
                .extracting(DeadLettersCommandTest::whole)
                .containsExactly(
                        "0 1767323040000 key 0 {\"a\":\"x\",\"n\":0} kstash.source=before/0/0/0 kstash.producer=run/0/0 kstash.redriven-from="
                                + coordinates("key 0", "back-dead-letters"),
                        "0 1767323043000 key 3 {\"a\":\"x\",\"n\":1} kstash.source=before/0/3/0 kstash.producer=run/0/3 kstash.redriven-from="
                                + coordinates("key 3", "back-dead-letters"));
        run("back", MENDED, () -> kafka.records("back-out").size() == 3);
        assertThat(kafka.values("back-out"))
                .extracting(value -> value.substring(0, 8))
                .containsExactly("{\"a\":9,\"", "{\"a\":\"x\"", "{\"a\":\"x\"");
        deadLetters("list", mended);
        assertThat(last.lines())
                .endsWith("1 dead letter in topic back-dead-letters, 0 would pass now; 2 more were sent back");
    }

    @Test
    void othersGoBackWhereSomebodyAsksForThem() throws IOException {
        // given
        Path mended = threeDeadLetters("asked");

        // when
        deadLetters("redrive", mended, "--all", "--reason", "\"y\"");

        // then
        assertThat(last.lines()).containsExactly("1 dead letter sent back", "2 dead letters left: of another reason");
        assertThat(kafka.values("asked-in")).hasSize(5).endsWith("{\"a\":\"y\"}");
        deadLetters("redrive", mended);
        assertThat(last.lines()).containsExactly("2 dead letters sent back");
    }

    @Test
    void whatCannotBeIsOneMessage() throws IOException {
        Path fresh = pipeline("fresh", "mutate { }");
        Path local = Files.writeString(folder.resolve("local.conf"), "input { stdin { } }");

        assertThat(deadLetters("list", fresh)).isEqualTo(ExitCode.FAILED);
        assertThat(last.err())
                .isEqualTo("transformer: There is no topic fresh-dead-letters at " + kafka.bootstrapServers()
                        + ": pipeline fresh has not run on this Kafka\n");
        assertThat(deadLetters("redrive", local)).isEqualTo(ExitCode.USAGE);
        assertThat(last.err()).isEqualTo("transformer: Pipeline local does not read Kafka: it has no dead letters\n");
        assertThat(deadLetters("show", fresh, "first")).isEqualTo(ExitCode.USAGE);
        assertThat(last.err())
                .isEqualTo("transformer: 'first' are no coordinates: give PARTITION/OFFSET of a dead letter, or"
                        + " TOPIC/PARTITION/OFFSET of the record of which it was made\n");
        kafka.createTopic("fresh-dead-letters", 1);
        assertThat(deadLetters("show", fresh, "in/0/7")).isEqualTo(ExitCode.FAILED);
        assertThat(last.err()).startsWith("transformer: Topic fresh-dead-letters has no dead letter at in/0/7, nor");
    }

    /** Of four records; the pipeline that is answered would pass two of them. */
    private Path threeDeadLetters(String name) throws IOException {
        kafka.createTopic(name + "-in", 2);
        List<String> values = List.of("{\"a\":\"x\",\"n\":0}", "{\"a\":9}", "{\"a\":\"y\"}", "{\"a\":\"x\",\"n\":1}");
        for (int n = 0; n < values.size(); n++) {
            kafka.send(new ProducerRecord<>(
                    name + "-in",
                    0,
                    1767323040000L + n * 1000L,
                    bytes("key " + n),
                    bytes(values.get(n)),
                    List.of(
                            new RecordHeader("kstash.source", bytes("before/0/" + n + "/0")),
                            new RecordHeader("kstash.producer", bytes("run/0/" + n)))));
        }
        run(name, BROKEN, () -> kafka.records(name + "-dead-letters").size() == 3);
        return pipeline(name, MENDED);
    }

    private void run(String name, String filter, Callable<Boolean> done) throws IOException {
        String text = Files.readString(pipeline(name, filter));
        try (RunningPipeline running = RunningPipeline.start(name, text, kafka.bootstrapServers(), folder)) {
            await().atMost(SOON).ignoreExceptions().until(done);
        }
    }

    private Path pipeline(String name, String filter) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".conf"),
                "input { kafka { topics => [\"" + name + "-in\"] group_id => \"" + name
                        + "\" auto_offset_reset => \"earliest\" codec => json } }\nfilter {\n  " + filter
                        + "\n}\noutput { kafka { topic_id => \"" + name + "-out\" codec => json } }\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String whole(ConsumerRecord<String, String> record) {
        List<String> parts = new ArrayList<>(
                List.of("" + record.partition(), "" + record.timestamp(), record.key(), record.value()));
        for (Header header : record.headers()) {
            parts.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8));
        }
        return String.join(" ", parts);
    }

    private static String coordinates(String key, String topic) {
        ConsumerRecord<String, String> found = kafka.records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .findFirst()
                .orElseThrow();
        return topic + "/" + found.partition() + "/" + found.offset();
    }

    private int deadLetters(String command, Path pipeline, String... more) {
        return last.run(command, pipeline, kafka.bootstrapServers(), more);
    }
}
