package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.ledger.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A transformer process that dies without a chance to clean up. */
class RestartAfterKillTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    private final List<TransformerProcess> processes = new ArrayList<>();

    @AfterEach
    void stopProcesses() throws InterruptedException {
        for (TransformerProcess process : processes) {
            process.close();
        }
    }

    @Test
    void killedInTheMiddleItLosesNothingRepeatsNothingAndGoesOnWithoutWaitingForTimeouts() throws Exception {
        // given
        kafka.createTopic("killed-in", 1);
        Path pipeline = pipeline("killed");
        send("killed-in", 0, 1000);
        TransformerProcess process = start(pipeline, "data");
        await().atMost(SOON).until(() -> lines().size() > 100);

        // when
        send("killed-in", 1000, 3000);
        process.close();
        start(pipeline, "data");

        // then
        // The old process's session would last 10 s, and its transaction as long.
        await().atMost(Duration.ofSeconds(9)).until(() -> lines().size() >= 3000);
        await().atMost(SOON).until(() -> kafka.values("killed-out").size() >= 3000);
        assertThat(LedgerAccounts.read(kafka, "killed").outcomes(0)).hasSize(3000);
        assertThat(sources("killed-out", 0))
                .hasSize(3000)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(lines()).containsExactlyElementsOf(kafka.values("killed-out"));
    }

    @Test
    void whereOneOfTwoIsKilledTheOtherTakesItsPartitionsWithNothingLostRepeatedOrOutOfOrder() throws Exception {
        // given
        kafka.createTopic("shared-in", 2);
        Path pipeline = pipeline("shared");
        start(pipeline, "survivor", "--config", shortSessions());
        TransformerProcess victim = start(pipeline, "victim", "--config", shortSessions());
        await().atMost(SOON).until(() -> victim.printed().contains("Running pipeline"));
        send("shared-in", 0, 2000);
        await().atMost(SOON).until(() -> kafka.values("shared-out").size() >= 2000);

        // when
        send("shared-in", 2000, 6000);
        victim.close();

        // then
        await().atMost(SOON).until(() -> kafka.values("shared-out").size() >= 6000);
        LedgerAccounts accounts = LedgerAccounts.read(kafka, "shared");
        for (int partition = 0; partition < 2; partition++) {
            List<Long> sources = sources("shared-out", partition);
            assertThat(sources).doesNotHaveDuplicates().isSorted();
            assertThat(accounts.outcomes(partition).keySet()).containsExactlyElementsOf(sources);
        }
        assertThat(kafka.values("shared-out")).hasSize(6000);
        await().atMost(SOON).until(() -> lines().size() >= 6000);
        assertThat(lines().stream().sorted())
                .containsExactlyElementsOf(
                        kafka.values("shared-out").stream().sorted().toList());
    }

    /** Of the records of a partition of the output, the source's offsets. */
    private static List<Long> sources(String topic, int partition) {
        return kafka.records(topic).stream()
                .filter(record -> record.partition() == partition)
                .map(record -> record.headers().lastHeader("kstash.source").value())
                .map(source -> Source.parse(new String(source, StandardCharsets.UTF_8))
                        .orElseThrow()
                        .offset())
                .toList();
    }

    private static void send(String topic, int from, int to) {
        kafka.sendAll(
                topic,
                IntStream.range(from, to).mapToObj(i -> "{\"id\":" + i + "}").toList());
    }

    private TransformerProcess start(Path pipeline, String data, String... options) throws IOException {
        TransformerProcess process =
                TransformerProcess.start(pipeline, kafka.bootstrapServers(), folder.resolve(data), options);
        processes.add(process);
        return process;
    }

    /** The shortest that Kafka allows: the instance that was killed does not come back. */
    private String shortSessions() throws IOException {
        return Files.writeString(folder.resolve("config"), "session.timeout.ms=6000\nheartbeat.interval.ms=1000\n")
                .toString();
    }

    private Path pipeline(String name) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".conf"),
                "input { kafka { topics => [\"" + name + "-in\"] group_id => \"" + name
                        + "\" auto_offset_reset => \"earliest\" codec => json } }\n"
                        + "output { kafka { topic_id => \"" + name + "-out\" codec => json }\n"
                        + "file { path => \"" + log() + "\" codec => json_lines } }\n");
    }

    private Path log() {
        return folder.resolve("out.log");
    }

    private List<String> lines() throws IOException {
        return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    }
}
