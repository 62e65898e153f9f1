package io.kstash.transformer;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.pipelinetest.PipelineTests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code test}: runs pipeline tests. */
@Command(name = "test", description = "Run pipeline tests: events in, events expected out.")
final class TestCommand implements AppCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Test files, or folders with test files (*.json, those in subfolders too).")
    private List<Path> paths = List.of();

    @Option(names = "--coverage", description = "Name the filters and branches that no test has reached.")
    private boolean coverage;

    @Mixin
    private EventTimeoutOption eventTimeout = new EventTimeoutOption();

    @Override
    public int run(AppContext app) throws IOException, InterruptedException {
        // Dates without a zone and names of months have to come out the same on every machine.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.ENGLISH);
        PipelineTests tests = new PipelineTests(paths, new PipelineLoader(System.getenv(), true, eventTimeout.value));
        boolean passed = tests.run(app.out());
        if (coverage) {
            tests.printCoverage(app.out());
        }
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }
}
