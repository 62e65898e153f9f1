package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.testing.brokers.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    static final TestKafka broker = new TestKafka();

    @TempDir
    Path folder;

    private TransformerProcess process;

    @AfterEach
    void stopProcess() throws InterruptedException {
        process.close();
    }

    @Test
    void killedInTheMiddleItLosesNothingRepeatsNothingAndGoesOnWithoutWaitingForTimeouts() throws Exception {
        // given
        try (KafkaFixture kafka = new KafkaFixture(broker.bootstrapServers())) {
            kafka.createTopic("in", 1);
            Path pipeline = pipeline();
            send(kafka, 0, 1000);
            process = start(pipeline, kafka);
            await().atMost(SOON).until(() -> lines().size() > 100);

            // when
            send(kafka, 1000, 3000);
            process.close();
            process = start(pipeline, kafka);

            // then
            // The old process's session would last 10 s, and its transaction as long.
            await().atMost(Duration.ofSeconds(9)).until(() -> lines().size() >= 3000);
            await().atMost(SOON).until(() -> kafka.values("out").size() >= 3000);
            assertThat(kafka.values("out")).hasSize(3000).doesNotHaveDuplicates();
            assertThat(lines()).containsExactlyElementsOf(kafka.values("out"));
        }
    }

    private static void send(KafkaFixture kafka, int from, int to) {
        kafka.sendAll(
                "in",
                IntStream.range(from, to).mapToObj(i -> "{\"id\":" + i + "}").toList());
    }

    private TransformerProcess start(Path pipeline, KafkaFixture kafka) throws IOException {
        return TransformerProcess.start(pipeline, kafka.bootstrapServers(), folder.resolve("data"));
    }

    private Path pipeline() throws IOException {
        return Files.writeString(
                folder.resolve("killed.conf"),
                "input { kafka { topics => [\"in\"] group_id => \"killed\" auto_offset_reset => \"earliest\" codec => json } }\n"
                        + "output { kafka { topic_id => \"out\" codec => json }\n"
                        + "file { path => \"" + log() + "\" codec => json_lines } }\n");
    }

    private Path log() {
        return folder.resolve("out.log");
    }

    private List<String> lines() throws IOException {
        return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    }
}
