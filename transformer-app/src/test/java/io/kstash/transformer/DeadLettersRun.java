package io.kstash.transformer;

import io.kstash.app.AppMain;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs {@code dead-letters} in this process, and keeps what the last run printed. */
final class DeadLettersRun {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Answers the exit code. */
    int run(String command, Path pipeline, String bootstrapServer, String... more) {
        out.reset();
        err.reset();
        String[] args = Stream.concat(
                        Stream.of(
                                "dead-letters",
                                command,
                                "-f",
                                pipeline.toString(),
                                "--bootstrap-server",
                                bootstrapServer),
                        Stream.of(more))
                .toArray(String[]::new);
        return new AppMain(Map.of(), stream(out), stream(err)).execute(new TransformerCommand(), args);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
