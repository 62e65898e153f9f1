package io.kstash.benchmarks.process;

import io.kstash.app.ExitCode;
import io.kstash.app.FailedException;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs until it is closed. Its standard input stays open as long as this process lives. */
public final class RunningProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int LAST_LINES = 8;

    private final Process process;
    private final Path log;
    private final long startNanos;

    private RunningProcess(Process process, Path log, long startNanos) {
        this.process = process;
        this.log = log;
        this.startNanos = startNanos;
    }

    /**
     * Starts it.
     *
     * @param log takes what it prints
     * @throws UsageException if there is no such program
     */
    public static RunningProcess start(ProcessSpec spec, Path log) {
        ProcessBuilder builder = new ProcessBuilder(spec.command())
                .redirectError(log.toFile())
                .redirectOutput(spec.output().orElse(log).toFile());
        if (spec.output().isEmpty()) {
            builder.redirectErrorStream(true);
        }
        builder.environment().putAll(spec.environment());
        long startNanos = System.nanoTime();
        try {
            return new RunningProcess(builder.start(), log, startNanos);
        } catch (IOException e) {
            throw new UsageException("Cannot start " + spec.command().get(0) + ": " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** When it was started, as {@link System#nanoTime()} counts. */
    public long startNanos() {
        return startNanos;
    }

    /**
     * Checks that it runs, or has ended well.
     *
     * @throws FailedException if not, with the last that it printed
     */
    public void requireNotFailed() {
        if (!process.isAlive() && process.exitValue() != ExitCode.OK) {
            throw new FailedException("ended with exit code " + process.exitValue() + ":" + lastWords());
        }
    }

    /** The last lines that it printed, each on a line of its own. */
    public String lastWords() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and kills it where that takes too long. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
