package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.HttpOptions;
import io.kstash.app.UsageException;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.local.LocalRun;
import io.kstash.transformer.measure.StageMeters;
import io.kstash.transformer.streams.DataFolder;
import io.kstash.transformer.streams.StreamsOptions;
import io.kstash.transformer.streams.StreamsRun;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code run}: runs a pipeline until Ctrl-C, or until its inputs end where they read this machine. */
@Command(name = "run", description = "Run a pipeline file, or a folder of them, until Ctrl-C.")
final class RunCommand implements AppCommand {
    @Mixin
    private PipelineOption pipeline = new PipelineOption();

    @Mixin
    private EventTimeoutOption eventTimeout = new EventTimeoutOption();

    @Mixin
    private DeadLetterOptions deadLetters = new DeadLetterOptions();

    @Mixin
    private RetentionOption retention = new RetentionOption();

    @Mixin
    private EventTimeOption eventTime = new EventTimeOption();

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka's address; overrides that of every kafka plugin in the pipeline.")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kstash.data:-data}",
            description = "What the transformer keeps between runs, and the files of outputs whose own folder cannot be"
                    + " created. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Override
    public int run(AppContext app) throws InterruptedException {
        LoadedPipeline loaded = new PipelineLoader(System.getenv(), bootstrapServer != null, eventTimeout.value)
                .load(pipeline.path, new StageMeters());
        if (loaded.pipeline().inputs().isEmpty()) {
            throw new UsageException(pipeline.path + " has no input: there is nothing to run");
        }
        Optional<String> cluster = Optional.ofNullable(bootstrapServer);
        if (loaded.kafkaInputs().isEmpty()) {
            deadLetters.requireNone();
            new LocalRun(loaded, cluster, data, app).run(http);
        } else {
            StreamsOptions options = new StreamsOptions(deadLetters.policy(), retention.value(), eventTime.value);
            new StreamsRun(loaded, cluster, new DataFolder(data), options, app).run(http);
        }
        return ExitCode.OK;
    }
}
