package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * An app that runs as its own process and writes what it prints to a log file. It ends when its standard input ends, which it
 * does with this process, even with a killed one. Thread-safe.
 */
public final class ChildProcess {
    /** Tells a launcher that the app ends with its parent, and that a Ctrl-C at the terminal is the parent's matter. */
    private static final Map<String, String> CHILD = Map.of("KSTASH_CHILD", "true");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TAIL_BYTES = 4096;

    private final String app;
    private final Path log;
    private final Process process;

    private ChildProcess(String app, Path log, Process process) {
        this.app = app;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts an app.
     *
     * @param app its name, for messages
     * @param command see {@link Launchers}
     * @param environment beyond this process's own
     * @param log replaced, if there is one from an earlier run
     */
    public static ChildProcess start(String app, List<String> command, Map<String, String> environment, Path log) {
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

    /** Its name. */
    public String app() {
        return app;
    }

    /** The file that has what it prints. */
    public Path log() {
        return log;
    }

    /** Whether it has not ended yet. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What the operating system calls it. */
    public long pid() {
        return process.pid();
    }

    /** Only of a process that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** What it printed so far, or the end of it, if that is much. */
    public List<String> lastPrinted() {
        try (FileChannel channel = FileChannel.open(log)) {
            channel.position(Math.max(0, channel.size() - TAIL_BYTES));
            byte[] tail = Channels.newInputStream(channel).readAllBytes();
            return new String(tail, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON object that it printed in a line of its own; empty if there is none. */
    Optional<JsonNode> printedJson() {
        try (Stream<String> lines = Files.lines(log)) {
            Optional<String> json = lines.filter(line -> line.startsWith("{")).findFirst();
            return json.isEmpty() ? Optional.empty() : Optional.of(JSON.readTree(json.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end, and does not wait. */
    public void askToStop() {
        process.destroy();
    }

    /** Waits until it has ended; kills it if that takes too long. */
    public void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
            process.waitFor();
        }
    }

    /** Ends it at once, whatever it is doing, and does not wait. */
    public void kill() {
        process.destroyForcibly();
    }
}
