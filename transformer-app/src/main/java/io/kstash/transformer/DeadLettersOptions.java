package io.kstash.transformer;

import io.kstash.app.AppContext;
import io.kstash.transformer.deadletters.DeadLetters;
import io.kstash.transformer.load.PipelineLoader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose dead letters, and where, as a picocli mixin. */
final class DeadLettersOptions {
    @Mixin
    private PipelineOption pipeline = new PipelineOption();

    @Mixin
    private EventTimeoutOption eventTimeout = new EventTimeoutOption();

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka's address; overrides that of every kafka plugin in the pipeline.")
    private @Nullable String bootstrapServer;

    DeadLetters open(AppContext app) throws InterruptedException {
        PipelineLoader loader = new PipelineLoader(System.getenv(), bootstrapServer != null, eventTimeout.value);
        return DeadLetters.open(loader.load(pipeline.path), Optional.ofNullable(bootstrapServer), app);
    }
}
