package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.engine.plan.PlanResult;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineFiles;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: says all that is wrong with a pipeline, without connecting to anything. */
@Command(name = "check", description = "Check a pipeline file and report all problems at once.")
final class CheckCommand implements AppCommand {
    @Mixin
    private PipelineOption pipeline = new PipelineOption();

    @Override
    public int run(AppContext app) {
        PlanResult<Input, Output> result =
                new PipelineLoader(System.getenv(), false).check(PipelineFiles.read(pipeline.path));
        app.out().print(PipelineLoader.render(result.diagnostics()));
        if (result.pipeline().isPresent()) {
            boolean runnable = !result.pipeline().get().inputs().isEmpty();
            app.out()
                    .println(pipeline.path + ": fine" + (runnable ? "" : ", but it has no input: run would refuse it"));
            return ExitCode.OK;
        }
        long errors = result.diagnostics().stream().filter(Diagnostic::isError).count();
        app.out().println(errors + (errors == 1 ? " problem" : " problems"));
        return ExitCode.USAGE;
    }
}
