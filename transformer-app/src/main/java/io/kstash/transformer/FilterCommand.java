package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.StandardInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.local.LineFilter;
import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code filter}: JSON lines through the filter section of a pipeline, without Kafka. */
@Command(
        name = "filter",
        description = "Send JSON lines from standard input through the filters of a pipeline, without Kafka.")
final class FilterCommand implements AppCommand {
    @Mixin
    private PipelineOption pipeline = new PipelineOption();

    @Mixin
    private EventTimeoutOption eventTimeout = new EventTimeoutOption();

    @Option(names = "--all", description = "Print @timestamp and @version too.")
    private boolean all;

    @Override
    public int run(AppContext app) throws IOException {
        LoadedPipeline loaded = new PipelineLoader(System.getenv(), true, eventTimeout.value).load(pipeline.path);
        try (InputStream stdin = StandardInput.until(app.stop())) {
            new LineFilter(loaded.pipeline(), all, app.out(), app.err()).run(stdin);
        }
        return ExitCode.OK;
    }
}
