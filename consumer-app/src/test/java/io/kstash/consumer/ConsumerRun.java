package io.kstash.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.StopSignal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/** The consumer in this process, on the topic of a test. As a JUnit extension it is stopped after the test. */
final class ConsumerRun implements AfterEachCallback {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final TestTopic topic;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private CompletableFuture<Integer> ended = CompletableFuture.completedFuture(ExitCode.OK);

    ConsumerRun(TestTopic topic) {
        this.topic = topic;
    }

    /** Does not wait for its end. */
    void start(String... args) {
        ended = CompletableFuture.supplyAsync(() -> run(args));
    }

    /** Answers the exit code. */
    int run(String... args) {
        ConsumerCommand command = new ConsumerCommand();
        List<String> all = new ArrayList<>(List.of(
                "--bootstrap-server", topic.bootstrapServers(), "--topic", topic.name(), "--group", topic.name()));
        all.addAll(List.of(args));
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(all.toArray(String[]::new));
        try {
            return command.run(new AppContext(stream(out), stream(err), stop, Map.of()));
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    void stop() {
        stop.request();
        requireEndWithin(STOP_LIMIT);
    }

    /** With exit code 0. */
    void requireEndWithin(Duration limit) {
        assertThat(ended).succeedsWithin(limit).isEqualTo(ExitCode.OK);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        stop();
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    List<String> lines() {
        return printed().lines().toList();
    }

    String messages() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
