package io.kstash.transformer.pipelinetest;

import io.kstash.app.AppException;
import io.kstash.transformer.load.PipelineLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the pipeline tests in files and folders, and prints what fails. */
public final class PipelineTests {
    private final List<PipelineTest> tests = new ArrayList<>();
    private final Coverage coverage = new Coverage();
    private final PipelineTestRunner runner;

    /**
     * Reads the tests.
     *
     * @param paths files, or folders whose {@code .json} files are read, those in their subfolders too
     * @param loader makes the pipelines, which need no cluster
     * @throws io.kstash.app.UsageException where one cannot be read
     */
    public PipelineTests(List<Path> paths, PipelineLoader loader) {
        paths.forEach(path -> tests.addAll(PipelineTestFiles.read(path)));
        this.runner = new PipelineTestRunner(loader, coverage);
    }

    /** Runs all of them, prints each that fails and at the end the counts; true if none fails. */
    public boolean run(PrintStream out) throws IOException, InterruptedException {
        int failed = 0;
        for (PipelineTest test : tests) {
            List<String> differences = differences(test);
            if (!differences.isEmpty()) {
                failed++;
                out.println("FAILED " + test.name());
                differences.forEach(difference -> out.println("  " + difference));
            }
        }
        out.println((tests.size() - failed) + " passed, " + failed + " failed");
        return failed == 0;
    }

    /** Names the filters and branches that no event of these tests has reached; after the run. */
    public void printCoverage(PrintStream out) {
        coverage.print(out);
    }

    private List<String> differences(PipelineTest test) throws IOException, InterruptedException {
        try {
            return runner.run(test);
        } catch (AppException failure) {
            return List.of("the pipeline did not run: " + failure.getMessage());
        }
    }
}
