package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.localkafka.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the delivering process again and again, at random instants, while transactions are committed and aborted. */
@Timeout(120)
class DeliveryKillTest {
    private static final int KILLS = 10;
    private static final int PARTITIONS = 2;
    private static final String TOPIC = "killed-deliveries";
    private static final String MEMBER = "the-only-one";

    private final Random random = new Random(20261123);

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private Process process;
    private volatile boolean enough;

    @AfterEach
    void end() {
        enough = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void everyLineIsThereOnceAndInOrder() throws Exception {
        try (LocalKafka kafka = LocalKafka.builder().data(data).quickRestarts().start();
                DeliveriesTopic topic = new DeliveriesTopic(kafka.bootstrapServers(), TOPIC).create(PARTITIONS)) {
            // given
            CompletableFuture<Integer> producer = CompletableFuture.supplyAsync(() -> commitUntilEnough(topic));

            // when
            for (int kill = 0; kill < KILLS; kill++) {
                deliverAndKill(kafka.bootstrapServers());
                leaveGarbage();
            }
            enough = true;
            int lines = producer.get();
            try (Delivery delivery =
                    DeliverUntilKilled.start(kafka.bootstrapServers(), TOPIC, folder, MEMBER, () -> {})) {
                assertThat(delivery.drain(Duration.ofSeconds(20))).isTrue();
            }

            // then
            assertThat(lines).isGreaterThan(1_000);
            List<String> single = Files.readAllLines(folder.resolve("single.log"));
            for (int partition = 0; partition < PARTITIONS; partition++) {
                List<String> expected = lines(partition, lines);
                assertThat(of(single, partition)).isEqualTo(expected);
                assertThat(Files.readAllLines(folder.resolve("named/" + partition + ".log")))
                        .isEqualTo(expected);
            }
        }
    }

    /** Transactions of some lines for each partition and output; some are aborted and then come again. */
    private int commitUntilEnough(DeliveriesTopic topic) {
        Random sizes = new Random(1);
        int line = 0;
        while (!enough) {
            int count = 1 + sizes.nextInt(200);
            topic.begin();
            for (int number = line; number < line + count; number++) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    topic.send(partition, "single", partition + "-" + number);
                    topic.send(partition, "named", Optional.of(partition + ".log"), partition + "-" + number);
                }
            }
            if (sizes.nextInt(5) == 0) {
                topic.abort();
            } else {
                topic.commit();
                line += count;
            }
        }
        return line;
    }

    private void deliverAndKill(String bootstrapServers) throws IOException, InterruptedException {
        process = DeliverUntilKilled.launch(bootstrapServers, TOPIC, folder, MEMBER);
        assertThat(process.waitFor(150 + random.nextInt(500), TimeUnit.MILLISECONDS))
                .as("ended by itself")
                .isFalse();
        process.destroyForcibly().waitFor();
    }

    /** As if power were lost while more was being written. */
    private void leaveGarbage() throws IOException {
        Path single = folder.resolve("single.log");
        // What an empty file gets before the first write counts as there before.
        if (Files.exists(single) && Files.size(single) > 0 && random.nextBoolean()) {
            Files.writeString(single, "half a li", StandardOpenOption.APPEND);
        }
    }

    private static List<String> of(List<String> lines, int partition) {
        return lines.stream().filter(line -> line.startsWith(partition + "-")).toList();
    }

    private static List<String> lines(int partition, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> partition + "-" + number)
                .toList();
    }
}
