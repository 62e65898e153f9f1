package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md promises. */
class OperationsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    /** Logstash reads with a plain consumer and commits its offsets to its group. */
    @Test
    void theTransformerGoesOnExactlyWhereLogstashStoppedAndBack() throws IOException {
        // given
        kafka.createTopic("moved-in", 1);
        kafka.sendAll("moved-in", numbered(0, 100));
        try (KafkaConsumer<String, String> logstash = logstash("moved")) {
            assertThat(read(logstash, 60)).isEqualTo(numbered(0, 60));
            logstash.commitSync();
        }

        // when
        try (RunningPipeline running = start("moved", folder, "")) {
            await().atMost(SOON).until(() -> kafka.lag("moved", "moved-in") == 0);
        }

        // then
        assertThat(kafka.values("moved-out")).containsExactlyElementsOf(numbered(60, 100));
        assertThat(LedgerAccounts.read(kafka, "moved").outcomes(0).keySet())
                .containsExactlyElementsOf(
                        IntStream.range(60, 100).mapToObj(Long::valueOf).toList());
        kafka.sendAll("moved-in", numbered(100, 120));
        try (KafkaConsumer<String, String> logstash = logstash("moved")) {
            assertThat(read(logstash, 20)).isEqualTo(numbered(100, 120));
        }
    }

    @Test
    void besideARunningLogstashTheTransformerEndsAndSaysWhatToDo() throws IOException {
        // given
        kafka.createTopic("both-in", 1);
        kafka.sendAll("both-in", numbered(0, 1));
        try (KafkaConsumer<String, String> logstash = logstash("both")) {
            read(logstash, 1);

            // when
            RunningPipeline refused = start("both", folder, "");

            // then
            await().atMost(SOON).until(() -> {
                logstash.poll(Duration.ofMillis(100));
                return refused.ended().isDone();
            });
            assertThat(refused.ended())
                    .failsWithin(Duration.ZERO)
                    .withThrowableThat()
                    .withMessageContaining("has members that are no transformers, such as a Logstash: stop them");
        }
    }

    @Test
    void aNewPipelineFileTakesOverFromTheOldOneWhileBothRun() throws IOException {
        // given
        kafka.createTopic("upgraded-in", 2);
        kafka.sendAll("upgraded-in", numbered(0, 400));
        try (RunningPipeline old = start("upgraded", folder.resolve("old"), "")) {
            await().atMost(SOON).until(() -> old.messages().contains("Running pipeline"));
            await().atMost(SOON).until(() -> kafka.values("upgraded-out").size() == 400);

            // when
            String change = "filter { mutate { replace => { \"message\" => \"%{message}, new\" } } }";
            try (RunningPipeline young = start("upgraded", folder.resolve("new"), change)) {
                await().atMost(SOON).until(() -> young.messages().contains("Running pipeline"));
                kafka.sendAll("upgraded-in", numbered(400, 800));
                await().atMost(SOON).until(() -> kafka.values("upgraded-out").size() == 800);
                old.close();
                kafka.sendAll("upgraded-in", numbered(800, 1200));
                await().atMost(SOON).until(() -> kafka.values("upgraded-out").size() == 1200);
            }
        }

        // then
        List<String> values = kafka.values("upgraded-out");
        assertThat(values).doesNotHaveDuplicates();
        assertThat(values).filteredOn(value -> number(value) < 400).noneMatch(value -> value.endsWith(", new"));
        assertThat(values).filteredOn(value -> number(value) >= 800).allMatch(value -> value.endsWith(", new"));
        LedgerAccounts accounts = LedgerAccounts.read(kafka, "upgraded");
        assertThat(accounts.outcomes(0).size() + accounts.outcomes(1).size()).isEqualTo(1200);
        assertThat(accounts.entries().stream().map(LedgerEntry::pipelineVersion).distinct())
                .hasSize(2);
    }

    @Test
    void aGroupThatIsResetWorksOnItsRecordsAgainAndTheLedgerTellsOfBothTimes() throws IOException {
        // given
        kafka.createTopic("reset-in", 1);
        kafka.sendAll("reset-in", numbered(0, 50));
        Path log = folder.resolve("reset.log");
        String file = "output { file { path => \"" + log + "\" codec => line { format => \"%{message}\" } } }";
        try (RunningPipeline running = start("reset", folder, file)) {
            await().atMost(SOON)
                    .until(() -> Files.exists(log) && Files.readAllLines(log).size() == 50);
        }

        // when
        kafka.reset("reset", "reset-in", 30);
        try (RunningPipeline running = start("reset", folder, file)) {
            await().atMost(SOON).until(() -> Files.readAllLines(log).size() >= 70);
        }

        // then
        List<String> expected = Stream.concat(numbered(0, 50).stream(), numbered(30, 50).stream())
                .toList();
        assertThat(kafka.values("reset-out")).isEqualTo(expected);
        assertThat(Files.readAllLines(log)).isEqualTo(expected);
        assertThat(LedgerAccounts.read(kafka, "reset").entries().stream()
                        .flatMap(entry -> entry.runs().stream())
                        .mapToInt(LedgerEntry.Run::count)
                        .sum())
                .isEqualTo(70);
    }

    private RunningPipeline start(String name, Path data, String more) throws IOException {
        Files.createDirectories(data);
        String text = "input { kafka { topics => [\"" + name + "-in\"] group_id => \"" + name
                + "\" auto_offset_reset => \"earliest\" codec => plain } }\n" + more
                + "\noutput { kafka { topic_id => \""
                + name + "-out\" codec => plain { format => \"%{message}\" } } }";
        return RunningPipeline.start(name, text, kafka.bootstrapServers(), data);
    }

    private KafkaConsumer<String, String> logstash(String group) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false",
                        "max.poll.records",
                        "20"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(group + "-in"));
        return consumer;
    }

    private static List<String> read(KafkaConsumer<String, String> consumer, int count) {
        List<String> values = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            return values.size() >= count;
        });
        return values;
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "line " + i).toList();
    }

    private static int number(String value) {
        return Integer.parseInt(value.replaceAll("\\D", ""));
    }
}
