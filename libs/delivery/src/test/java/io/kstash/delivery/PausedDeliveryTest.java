package io.kstash.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A process is stopped (SIGSTOP) for longer than its session lasts, and wakes up when others have its partitions. */
@Timeout(90)
class PausedDeliveryTest extends DeliveryScenario {
    private static final Duration SESSION_AND_SOME_TIME = Duration.ofSeconds(30);
    private static final int PARTITIONS = 2;
    private static final String FILE = "single.log";

    private Process sleeper;

    @AfterEach
    void end() {
        if (sleeper != null) {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void nothingIsDoubledWhenItWakesUp() throws Exception {
        // given
        topic.create(PARTITIONS);
        sleeper = DeliverUntilKilled.launch(bootstrapServers(), name, folder, "sleeper");
        commit(0, 20);
        awaitLines(20);
        awaitCommitted(20);

        // when
        signal("STOP");
        commit(20, 40);
        try (Delivery successor =
                DeliverUntilKilled.start(bootstrapServers(), name, folder, "successor", failures::incrementAndGet)) {
            awaitLines(40);
            signal("CONT");
            commit(40, 60);
            awaitLines(60);
            await().atMost(SESSION_AND_SOME_TIME)
                    .until(() -> successor.partitions().size() < PARTITIONS);
            commit(60, 80);
            awaitLines(80);
        }

        // then
        assertThat(failures).hasValue(0);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(linesOf(FILE, partition + "-")).isEqualTo(lines(partition, 0, 80));
        }
    }

    private void commit(int from, int to) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            topic.commit(partition, "single", lines(partition, from, to).toArray(String[]::new));
        }
    }

    private static List<String> lines(int partition, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> partition + "-" + number)
                .toList();
    }

    private void awaitLines(int ofEachPartition) {
        await().atMost(SESSION_AND_SOME_TIME).until(() -> lines(FILE).size() >= PARTITIONS * ofEachPartition);
    }

    /** Until then it may hold the file's lock, which a paused process keeps. */
    private void awaitCommitted(int ofEachPartition) {
        await().atMost(SOON).until(() -> {
            Map<Integer, Long> committed = topic.committed(name);
            return committed.size() == PARTITIONS
                    && committed.values().stream().allMatch(offset -> offset >= ofEachPartition);
        });
    }

    private void signal(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(sleeper.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
