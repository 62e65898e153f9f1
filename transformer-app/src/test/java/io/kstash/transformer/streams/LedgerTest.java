package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.ledger.LedgerEntry;
import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger says became of records. */
class LedgerTest {
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
        name = "ledger-" + TESTS.incrementAndGet();
        in = name + "-in";
        out = name + "-out";
        kafka.createTopic(in, 1);
    }

    @Test
    void eachRecordBecameWhatItBecame() throws IOException {
        // given
        List.of(
                        "{\"kind\":\"plain\"}",
                        "{\"kind\":\"file\"}",
                        "{\"kind\":\"stdout\"}",
                        "{\"kind\":\"nowhere\"}",
                        "{\"kind\":\"dropped\"}",
                        "{\"kind\":\"split\",\"parts\":[1,2,3]}",
                        "{\"kind\":\"cloned\"}",
                        "{\"n\":\"no number\"}",
                        "",
                        "not json")
                .forEach(value -> kafka.send(in, 0, value));
        kafka.send(in, 0, null);
        Path log = folder.resolve("out.log");
        String filter = """
                filter {
                  if [kind] == "dropped" { drop { } }
                  if [kind] == "split" { split { field => "parts" } }
                  if [kind] == "cloned" { clone { clones => ["copy"] } }
                  if [n] and [n] > 5 { mutate { add_tag => ["large"] } }
                }
                """;
        String output = "output { if [kind] != \"nowhere\" { kafka { id => \"all\" topic_id => \"" + out
                + "\" codec => json } }\n if [kind] == \"file\" { file { id => \"log\" path => \"" + log
                + "\" codec => json_lines } }\n if [kind] == \"stdout\" { stdout { id => \"terminal\" } } }";

        // when
        run(filter + output, () -> kafka.lag(name, in) == 0);

        // then
        LedgerOutput topic = new LedgerOutput(LedgerOutput.Kind.TOPIC, "all", out);
        LedgerOutput file = new LedgerOutput(LedgerOutput.Kind.FILE, "log", log.toString());
        LedgerOutput stdout = new LedgerOutput(LedgerOutput.Kind.STDOUT, "terminal", "");
        assertThat(accounts().outcomes(0).values())
                .containsExactly(
                        emitted(1, topic),
                        emitted(1, topic, file),
                        emitted(1, topic, stdout),
                        emitted(1),
                        new Outcome(List.of(), 1, 0),
                        emitted(3, topic),
                        emitted(2, topic),
                        new Outcome(List.of(), 0, 1),
                        new Outcome(List.of(), 0, 0),
                        emitted(1, topic),
                        emitted(1, topic));
        assertThat(sources(out)).containsExactly("0/0", "1/0", "2/0", "5/0", "5/1", "5/2", "6/0", "6/1", "9/0", "10/0");
        assertThat(sources(name + "-dead-letters")).containsExactly("7/0");
        assertThat(kafka.records(out))
                .allMatch(record -> header(record, "kstash.output").isEmpty());
    }

    @Test
    void whereOutputsMayMeetInATopicEachRecordNamesItsOwn() throws IOException {
        // given
        kafka.send(in, 0, "{\"to\":\"a\"}");
        kafka.send(in, 0, null);
        String output = "output { kafka { id => \"fixed\" topic_id => \"" + out
                + "-a\" codec => json } kafka { id => \"chosen\" topic_id => \"" + out + "-%{to}\" codec => json } }";

        // when
        run(output, () -> kafka.lag(name, in) == 0);

        // then
        LedgerOutput fixed = new LedgerOutput(LedgerOutput.Kind.TOPIC, "fixed", out + "-a");
        LedgerOutput chosen = new LedgerOutput(LedgerOutput.Kind.TOPIC, "chosen", out + "-a");
        assertThat(accounts().outcomes(0).values()).containsExactly(emitted(1, fixed, chosen), emitted(1, fixed));
        assertThat(sources(out + "-a")).containsExactly("0/0", "0/0", "1/0");
        assertThat(kafka.records(out + "-a"))
                .extracting(record -> header(record, "kstash.output").orElseThrow())
                .containsExactly("fixed", "chosen", "fixed");
    }

    @Test
    void aRestartIsSeenInTheVersionAndLeavesNoGap() throws IOException {
        // given
        kafka.sendAll(in, numbered(0, 500));
        run(topicOutput(), () -> kafka.lag(name, in) == 0);
        kafka.sendAll(in, numbered(500, 600));

        // when
        run(
                "filter { mutate { add_field => { \"new\" => \"yes\" } } }" + topicOutput(),
                () -> kafka.lag(name, in) == 0);

        // then
        assertThat(accounts().outcomes(0)).hasSize(600);
        assertThat(kafka.values(out)).hasSize(600);
        Map<Boolean, List<String>> versions = accounts().entries().stream()
                .collect(Collectors.partitioningBy(
                        entry -> entry.nextOffset() > 500,
                        Collectors.mapping(LedgerEntry::pipelineVersion, Collectors.toList())));
        assertThat(versions.get(true)).isNotEmpty().doesNotContainAnyElementsOf(versions.get(false));
    }

    @Test
    void anEntryMayBeAsIrregularAsRecordsAre() throws IOException {
        // given
        kafka.sendAll(in, numbered(0, 2000));
        String output = "output { if [odd] { kafka { id => \"%{odd}\" topic_id => \"" + out + "\" codec => json } } }";

        // when
        run(output, () -> kafka.lag(name, in) == 0);

        // then
        assertThat(accounts().outcomes(0)).hasSize(2000);
        assertThat(accounts().entries().stream()
                        .mapToInt(entry -> entry.runs().size())
                        .sum())
                .isEqualTo(2000);
        assertThat(kafka.records(LedgerEntry.topicOf(name)))
                .allMatch(entry -> entry.timestampType() == TimestampType.LOG_APPEND_TIME);
    }

    @Test
    void withoutTransactionsThereIsNoLedgerAndAWarningSaysSo() throws IOException {
        // given
        kafka.sendAll(in, numbered(0, 100));

        // when
        String messages;
        try (RunningPipeline running = RunningPipeline.start(
                name,
                jsonInput() + topicOutput(),
                kafka.bootstrapServers(),
                folder,
                Map.of("processing.guarantee", "at_least_once"))) {
            await().atMost(SOON).until(() -> kafka.values(out).size() == 100);
            messages = running.messages();
        }

        // then
        assertThat(kafka.records(LedgerEntry.topicOf(name))).isEmpty();
        assertThat(messages).contains("Warning: processing.guarantee=at_least_once: exactly once is off");
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void run(String sections, Condition until) throws IOException {
        try (RunningPipeline running =
                RunningPipeline.start(name, jsonInput() + sections, kafka.bootstrapServers(), folder)) {
            await().atMost(SOON).until(until::holds);
        }
    }

    private LedgerAccounts accounts() {
        return LedgerAccounts.read(kafka, name);
    }

    private String jsonInput() {
        return "input { kafka { topics => [\"" + in + "\"] group_id => \"" + name
                + "\" auto_offset_reset => \"earliest\" codec => json { ecs_compatibility => disabled } } }\n";
    }

    private String topicOutput() {
        return "output { kafka { topic_id => \"" + out + "\" codec => json } }";
    }

    /** Every second one is odd. */
    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> i % 2 == 0 ? "{\"id\":" + i + "}" : "{\"id\":" + i + ",\"odd\":true}")
                .toList();
    }

    private static Outcome emitted(int count, LedgerOutput... outputs) {
        return new Outcome(List.of(new Outcome.Emitted(count, List.of(outputs))), 0, 0);
    }

    /** Of all records of a topic, as {@code offset/index}. */
    private List<String> sources(String topic) {
        return kafka.records(topic).stream()
                .map(record -> header(record, "kstash.source").orElseThrow())
                .map(source -> source.replace(in + "/0/", ""))
                .toList();
    }

    private static Optional<String> header(ConsumerRecord<?, ?> record, String header) {
        return Optional.ofNullable(record.headers().lastHeader(header))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
