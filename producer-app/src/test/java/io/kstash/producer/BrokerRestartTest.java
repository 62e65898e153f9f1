package io.kstash.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kstash.app.ExitCode;
import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that has written records, could not say so and starts again remembers only the last batch of each producer: one that
 * sends an older one again would get it written twice.
 */
@Timeout(90)
class BrokerRestartTest {
    private static final TopicPartition PARTITION = new TopicPartition("restarted", 0);
    private static final int RECORDS = 600;

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenWithoutAnAnswerIsNotWrittenAgainAfterARestart() throws Exception {
        int port = freePort();
        try (AnswerlessRelay relay = new AnswerlessRelay(port)) {
            LocalKafka kafka = start(port, relay);
            try {
                // given
                StartedProducer producer = new StartedProducer(() -> "127.0.0.1:" + relay.port(), PARTITION::topic);
                CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> producer.run(
                        "--producers", "1", "--count", "" + RECORDS, "--rate", "200", "--partitions", "1"));
                await().atMost(Duration.ofSeconds(20)).until(() -> written() > 0);

                // when
                long before = written();
                relay.withholdAnswers(true);
                await().atMost(Duration.ofSeconds(10)).until(() -> written() > before);
                kafka.close();
                relay.withholdAnswers(false);
                kafka = start(port, relay);

                // then
                assertThat(running).succeedsWithin(Duration.ofSeconds(40)).isEqualTo(ExitCode.OK);
                assertThat(values(relay)).hasSize(RECORDS).doesNotHaveDuplicates();
            } finally {
                kafka.close();
            }
        }
    }

    private LocalKafka start(int port, AnswerlessRelay relay) {
        return LocalKafka.builder()
                .data(folder.resolve("kafka"))
                .port(port)
                .advertisedPort(relay.port())
                .start();
    }

    /** The bytes of the records in the broker's own file. */
    private long written() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.getParent().endsWith(PARTITION.toString()))
                    .filter(file -> file.toString().endsWith(".log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static List<String> values(AnswerlessRelay relay) {
        List<String> values = new ArrayList<>();
        try (Consumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + relay.port()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
