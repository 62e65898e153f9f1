package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaCommandTest {
    @TempDir
    Path folder;

    @Test
    void takenPortEndsWithUsage() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AppMain main = new AppMain(
                Map.of(),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            int exitCode = main.execute(new LocalKafkaCommand(), "--port", port, "--data", folder.toString());

            assertThat(exitCode).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .startsWith("local-kafka: Port " + port + " cannot be used")
                    .contains("--port");
        }
    }
}
