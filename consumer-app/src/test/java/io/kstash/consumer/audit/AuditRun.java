package io.kstash.consumer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppMain;
import io.kstash.app.KafkaReachability;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command as a user runs it, but less patient with transactions that stay open. */
final class AuditRun {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private AuditRun() {}

    /** What it prints. */
    static List<String> lines(FlowOnKafka flow, int expectedExitCode, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> arguments =
                new ArrayList<>(List.of("-f", flow.name + ".conf", "--bootstrap-server", flow.bootstrapServers));
        arguments.addAll(List.of(more));
        int exitCode = new AppMain(Map.of(), stream(out), stream(err))
                .execute(new AuditCommand(new KafkaReachability(), PATIENCE), arguments.toArray(String[]::new));
        assertThat(exitCode).as(text(err) + text(out)).isEqualTo(expectedExitCode);
        return (text(err) + text(out)).lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
