package io.kstash.transformer.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.HttpOptions;
import io.kstash.app.StopSignal;
import io.kstash.transformer.load.PipelineLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A pipeline that runs in this process until it is closed. */
public final class RunningPipeline implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<Void> ended;

    private RunningPipeline(
            Path file, String bootstrapServer, Path data, StreamsOptions options, Map<String, String> settings) {
        AppContext app = new AppContext(print(out), print(err), stop, settings);
        StreamsRun run = new StreamsRun(
                new PipelineLoader(Map.of(), true).load(file),
                Optional.of(bootstrapServer),
                new DataFolder(data),
                options,
                app);
        ended = CompletableFuture.runAsync(() -> run(run), task -> new Thread(task, "pipeline").start());
    }

    /** Starts the pipeline, with its name and text, in a folder of its own. */
    public static RunningPipeline start(String name, String text, String bootstrapServer, Path folder)
            throws IOException {
        return start(name, text, bootstrapServer, folder, StreamsOptions.DEFAULT);
    }

    /** The same with other options. */
    static RunningPipeline start(String name, String text, String bootstrapServer, Path folder, StreamsOptions options)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".conf"), text);
        return new RunningPipeline(file, bootstrapServer, folder.resolve("data"), options, Map.of());
    }

    /** The same with settings of the Kafka clients. */
    static RunningPipeline start(
            String name, String text, String bootstrapServer, Path folder, Map<String, String> settings)
            throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".conf"), text);
        return new RunningPipeline(file, bootstrapServer, folder.resolve("data"), StreamsOptions.DEFAULT, settings);
    }

    List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    String messages() {
        return err.toString(StandardCharsets.UTF_8);
    }

    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Does not wait, so that several end at the same time. */
    public void requestStop() {
        stop.request();
    }

    @Override
    public void close() {
        requestStop();
        assertThat(ended).succeedsWithin(STOP_LIMIT);
    }

    private static void run(StreamsRun run) {
        try {
            run.run(new HttpOptions());
        } catch (InterruptedException | AppException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
