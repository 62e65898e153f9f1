package io.kstash.transformer.local;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.StopSignal;
import io.kstash.engine.plan.PlanResult;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.Surroundings;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pipeline in this process, as a test uses it. */
final class LocalPipeline {
    final StopSignal stop = new StopSignal();
    final List<String> reports = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final String text;
    private InputStream stdin = InputStream.nullInputStream();
    private Path remembered = Path.of("not-used");
    private Optional<Path> data = Optional.empty();
    private Optional<String> bootstrapServer = Optional.empty();

    LocalPipeline(String text) {
        this.text = text;
    }

    LocalPipeline stdin(String lines) {
        return stdin(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    LocalPipeline stdin(InputStream bytes) {
        stdin = bytes;
        return this;
    }

    /** As {@code --data} says. */
    LocalPipeline data(Path folder) {
        data = Optional.of(folder);
        remembered = folder;
        return this;
    }

    LocalPipeline kafka(String address) {
        bootstrapServer = Optional.of(address);
        return this;
    }

    RunCounts run() throws IOException, InterruptedException {
        PlanResult<Input, Output> result =
                new PipelineLoader(Map.of(), true).check(PipelineSource.of("test.conf", text));
        PrintStream out = new PrintStream(stdout, true, StandardCharsets.UTF_8);
        Destinations destinations = new Destinations(
                out, data, reports::add, output -> KafkaClientSettings.of(bootstrapServer.orElseThrow()));
        return new LocalRunner(
                        result.pipeline().orElseThrow(() -> new AssertionError(result.diagnostics())),
                        new Surroundings(stdin, remembered, stop, reports::add),
                        destinations,
                        reports::add)
                .run();
    }

    String printed() {
        return stdout.toString(StandardCharsets.UTF_8);
    }
}
