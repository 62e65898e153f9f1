package io.kstash.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import io.kstash.transformer.deadletters.Letters;
import io.kstash.transformer.streams.KafkaFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A redrive that dies in the middle, and the next. */
class RedriveAfterKillTest {
    private static final int LETTERS = 20_000;
    private static final List<String> ALL =
            IntStream.range(0, LETTERS).mapToObj(n -> "{\"n\":" + n + "}").toList();
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    static final KafkaFixture kafka = new KafkaFixture();

    @TempDir
    Path folder;

    private Path pipeline;

    @BeforeEach
    void pipeline() throws IOException {
        pipeline = Files.writeString(
                folder.resolve("resumed.conf"), "input { kafka { topics => [\"resumed-in\"] } } output { null { } }");
    }

    @Test
    void sendsNothingTwiceAndLeavesNothingOut() throws Exception {
        // given
        kafka.createTopic("resumed-in", 1);
        kafka.createTopic("resumed-dead-letters", 1);
        kafka.sendEach(IntStream.range(0, LETTERS)
                .mapToObj(n -> Letters.of(
                        "resumed-dead-letters", "resumed-in", n, ALL.get(n).getBytes(StandardCharsets.UTF_8)))
                .toList());

        // when
        Process killed = redrive();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !kafka.values("resumed-in").isEmpty());
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        int before = kafka.values("resumed-in").size();
        leaveATransactionOpen();
        Process next = redrive();

        // then
        assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(next.exitValue()).as(log()).isEqualTo(ExitCode.OK);
        assertThat(before).isLessThan(LETTERS);
        assertThat(kafka.values("resumed-in")).containsExactlyElementsOf(ALL);
        assertThat(log()).endsWith((LETTERS - before) + " dead letters sent back\n");
    }

    /** As a redrive does that dies between sending and committing. */
    private static void leaveATransactionOpen() throws Exception {
        KafkaProducer<byte[], byte[]> dead = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "resumed-redrive"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        dead.initTransactions();
        dead.beginTransaction();
        dead.send(new ProducerRecord<>("resumed-in", "half sent".getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    private Process redrive() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TransformerMain.class.getName(),
                        "dead-letters",
                        "redrive",
                        "-f",
                        pipeline.toString(),
                        "--bootstrap-server",
                        kafka.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redrive.log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("redrive.log"));
    }
}
