package io.kstash.console.pipeline;

import io.kstash.app.KafkaClientSettings;
import io.kstash.console.web.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Runs the launchers beside the console's own, as a person would, for what other apps know better. Thread-safe. */
final class OtherApps {
    private static final String SETTING = "KSTASH_KAFKA_";

    private final Path scripts;
    private final KafkaClientSettings kafka;

    /** @param scripts the folder of the launchers */
    OtherApps(Path scripts, KafkaClientSettings kafka) {
        this.scripts = scripts;
        this.kafka = kafka;
    }

    /**
     * How a run ended.
     *
     * @param out standard output
     * @param err standard error
     */
    record Result(int exitCode, String out, String err) {}

    /**
     * Runs an app on the console's Kafka and waits for its end.
     *
     * @throws ApiException if it cannot be started or takes longer
     */
    Result run(Duration limit, String app, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scripts.resolve(app).toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--bootstrap-server", kafka.bootstrapServers()));
        try {
            Path out = Files.createTempFile("kstash-console", ".out");
            Path err = Files.createTempFile("kstash-console", ".err");
            try {
                int exitCode = await(builder(command, out, err).start(), limit, app);
                return new Result(exitCode, read(out), read(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw ApiException.unavailable("Cannot start " + app + ": " + e.getMessage(), e);
        }
    }

    private ProcessBuilder builder(List<String> command, Path out, Path err) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        // A child neither builds nor outlives this process. Secrets go by the environment: others can see arguments.
        builder.environment().put("KSTASH_CHILD", "true");
        kafka.overrides()
                .forEach((name, value) -> builder.environment()
                        .put(SETTING + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return builder;
    }

    private static int await(Process process, Duration limit, String app) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw ApiException.unavailable(app + " did not answer within " + limit.toSeconds() + " s");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
