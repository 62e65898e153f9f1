package io.kstash.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An app that runs as its own process and writes what it prints to a log file. It ends when its standard input ends, which it
 * does with this process, even with a killed one. Thread-safe.
 */
final class ChildProcess {
    /** Tells a launcher that the app ends with its parent, and that a Ctrl-C at the terminal is the parent's matter. */
    private static final Map<String, String> CHILD = Map.of("KSTASH_CHILD", "true");

    private static final long TAIL_BYTES = 4096;

    private final String app;
    private final Path log;
    private final Process process;

    private ChildProcess(String app, Path log, Process process) {
        this.app = app;
        this.log = log;
        this.process = process;
    }

    /** @param log replaced, if there is one from an earlier run */
    static ChildProcess start(String app, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().putAll(CHILD);
        try {
            return new ChildProcess(app, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + app + ": " + e.getMessage(), e);
        }
    }

    String app() {
        return app;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Only of a process that has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** What it printed so far, or the end of it, if that is much. */
    List<String> lastPrinted() {
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] tail = Channels.newInputStream(channel).readAllBytes();
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and does not wait. */
    void askToStop() {
        process.destroy();
    }

    /** Waits until it has ended; kills it if that takes too long. */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            process.waitFor();
        }
    }

    void kill() {
        process.destroyForcibly();
    }
}
