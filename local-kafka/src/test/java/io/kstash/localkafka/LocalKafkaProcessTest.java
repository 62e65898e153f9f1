package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.LoopbackPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code local-kafka} as its own process, for what only a process can show. */
@Timeout(60)
class LocalKafkaProcessTest {
    @TempDir
    Path folder;

    private final int port = LoopbackPorts.free(1).get(0);
    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void killLosesNothingThatWasAcknowledged() throws Exception {
        String[] values = IntStream.range(0, 1000).mapToObj(String::valueOf).toArray(String[]::new);
        startProcess();
        try (KafkaTopic topic = new KafkaTopic("127.0.0.1:" + port, "events")) {
            topic.create(1);
            topic.produce(values);
        }

        process.destroyForcibly().waitFor();

        try (LocalKafka kafka = LocalKafka.builder()
                        .data(folder.resolve("kafka"))
                        .quickRestarts()
                        .start();
                KafkaTopic topic = new KafkaTopic(kafka.bootstrapServers(), "events")) {
            assertThat(topic.consume()).containsExactly(values);
        }
    }

    @Test
    void stopsCleanlyOnSigterm() throws Exception {
        startProcess();

        process.destroy();

        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** Returns when it says that it is ready. */
    private void startProcess() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalKafkaMain.class.getName(),
                        "--port",
                        String.valueOf(port),
                        "--data",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).startsWith("Kafka is ready at 127.0.0.1:" + port);
    }
}
