package io.kstash.transformer.load;

import io.kstash.app.UsageException;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageObserver;
import io.kstash.engine.plan.PipelinePlanner;
import io.kstash.engine.plan.PlanResult;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.PipelineSource;
import io.kstash.language.source.SourceFile;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.output.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Turns pipeline files into a pipeline that the transformer can run, or into all that is wrong with them. */
public final class PipelineLoader {
    private static final int MOST_SHOWN = 100;

    private final PipelinePlanner<Input, Output> planner;
    private final boolean oneCluster;
    private final Duration eventTimeout;

    /** A loader of pipelines whose events have the default time limit. */
    public PipelineLoader(Map<String, String> environment, boolean oneCluster) {
        this(environment, oneCluster, Pipeline.DEFAULT_EVENT_TIMEOUT);
    }

    /**
     * A loader.
     *
     * @param environment the environment variables that a pipeline can name
     * @param oneCluster true where the command line names the cluster, which overrides that of every plugin
     * @param eventTimeout how long regular expressions may search for the sake of one event
     */
    public PipelineLoader(Map<String, String> environment, boolean oneCluster, Duration eventTimeout) {
        this.planner = new PipelinePlanner<>(Catalog.all(), environment::get);
        this.oneCluster = oneCluster;
        this.eventTimeout = eventTimeout;
    }

    /** Plans the text and checks it as a whole. */
    public PlanResult<Input, Output> check(PipelineSource source) {
        return check(source, StageObserver.NONE);
    }

    /** The same, for somebody who wants to see what the filters do. */
    public PlanResult<Input, Output> check(PipelineSource source, StageObserver observer) {
        PlanResult<Input, Output> planned = planner.plan(source, observer);
        List<Diagnostic> diagnostics = new ArrayList<>(planned.diagnostics());
        planned.pipeline().ifPresent(pipeline -> new PipelineRules(oneCluster).check(pipeline, diagnostics::add));
        boolean fine = diagnostics.stream().noneMatch(Diagnostic::isError);
        return new PlanResult<>(
                planned.pipeline().filter(pipeline -> fine).map(pipeline -> pipeline.withEventTimeout(eventTimeout)),
                diagnostics);
    }

    /**
     * Loads a file or folder.
     *
     * @throws UsageException with all that is wrong
     */
    public LoadedPipeline load(Path path) {
        return load(path, StageObserver.NONE);
    }

    /** The same, for somebody who wants to see what the filters do. */
    public LoadedPipeline load(Path path, StageObserver observer) {
        PipelineSource source = PipelineFiles.read(path);
        PlanResult<Input, Output> result = check(source, observer);
        Pipeline<Input, Output> pipeline = result.pipeline()
                .orElseThrow(() -> new UsageException("The pipeline has problems:\n"
                        + render(result.diagnostics()).stripTrailing()));
        return new LoadedPipeline(PipelineFiles.nameOf(path), version(source), pipeline);
    }

    /** The first of them with their places, each on lines of its own; who has more, mends these first. */
    public static String render(List<Diagnostic> diagnostics) {
        String shown = diagnostics.stream()
                .limit(MOST_SHOWN)
                .map(diagnostic -> diagnostic.render() + "\n")
                .collect(Collectors.joining());
        int more = diagnostics.size() - MOST_SHOWN;
        return more > 0 ? shown + "... and " + more + " more\n" : shown;
    }

    private static String version(PipelineSource source) {
        CRC32 checksum = new CRC32();
        for (SourceFile file : source.files()) {
            checksum.update(file.text().getBytes(StandardCharsets.UTF_8));
        }
        return Long.toHexString(checksum.getValue());
    }
}
