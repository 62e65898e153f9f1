package io.kstash.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before anything is started. */
class UpCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path pipeline;

    @BeforeEach
    void writePipeline() throws IOException {
        pipeline = Files.writeString(folder.resolve("p.conf"), "input { kafka { topics => [\"t\"] } }");
    }

    @ParameterizedTest
    @CsvSource({
        "--producers, 0, '--producers 0: give at least 1'",
        "--count, -1, '--count -1: give at least 1, or 0 for records until Ctrl-C'",
        "--partitions, 0, '--partitions 0: give at least 1'",
        "--pipeline, /no/such.conf, 'No such pipeline: /no/such.conf (--pipeline)'",
        "--kafka-port, many, 'Invalid value for option ''--kafka-port'': ''many'' is not an int'"
    })
    void wrongOptionsAreNamed(String option, String value, String message) {
        assertThat(run(option, value)).isEqualTo(ExitCode.USAGE);

        assertThat(errors()).startsWith("up: " + message);
    }

    @Test
    void aTakenPortIsNamedWithItsOption() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            assertThat(run("--kafka-port", port)).isEqualTo(ExitCode.USAGE);

            assertThat(errors())
                    .startsWith("up: Port " + port + " cannot be used")
                    .contains("choose another port with --kafka-port");
        }
    }

    @Test
    void aTakenPortOfTheConsoleIsNamedWithItsOption() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            assertThat(run("--kafka-port", "0", "--ui-port", port)).isEqualTo(ExitCode.USAGE);

            assertThat(errors())
                    .startsWith("up: Port " + port + " cannot be used")
                    .contains("choose another port with --ui-port");
        }
    }

    private int run(String... options) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        AppMain main = new AppMain(Map.of(), nowhere, new PrintStream(err, true, StandardCharsets.UTF_8));
        List<String> arguments = new ArrayList<>(List.of(options));
        if (!arguments.contains("--pipeline")) {
            arguments.addAll(List.of("--pipeline", pipeline.toString()));
        }
        return main.execute(new UpCommand(new ChildProcesses()), arguments.toArray(String[]::new));
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
