package io.kstash.benchmarks;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.Installation;
import io.kstash.app.UsageException;
import io.kstash.benchmarks.cases.Case;
import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.cases.Cases;
import io.kstash.benchmarks.process.MachineUsage;
import io.kstash.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/bench}: measures and reports. */
@Command(
        name = "bench",
        description = {
            "Measures kstash, the raw limit of this machine and the peers side by side, each as a process of its own:",
            "throughput, CPU time, memory, time to the first record, latency. Writes a table and a plot.",
            "Leave the machine alone meanwhile. docs/performance.md tells what each case is."
        },
        sortOptions = false)
final class BenchCommand implements AppCommand {
    /** Fewer would all arrive between two looks. */
    private static final long FEWEST_RECORDS = 10_000;

    @Parameters(paramLabel = "CASE", description = "The cases to run; all of them where none is given.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "6000000",
            description = "Records for each case; the second half is measured. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each case runs, in turn with the others. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "${sys:kstash.data:-data}/bench",
            description = "Where bench.md, bench.svg and the logs go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Mixin
    private Shape shape = new Shape();

    @Override
    public int run(AppContext app) throws IOException, InterruptedException {
        BenchPlan plan = plan();
        Path scripts = Installation.home("bench").resolve("scripts");
        Outcome outcome;
        try (Workplace workplace = Workplace.open(scripts, plan)) {
            outcome = new Bench(plan, workplace, app).run();
        }
        List<CaseSpec> specs = plan.cases().stream().map(Case::spec).toList();
        app.out().print(new Report(specs, plan.describe(), outcome.results(), outcome.notes()).write(plan.out()));
        return outcome.complete() ? ExitCode.OK : ExitCode.FAILED;
    }

    private BenchPlan plan() {
        UsageException.unless(MachineUsage.isKnown(), "bench needs Linux: it reads CPU time and memory in /proc");
        UsageException.unless(records >= FEWEST_RECORDS, "--records " + records + ": give at least " + FEWEST_RECORDS);
        UsageException.unless(runs >= 1, "--runs " + runs + ": give at least 1");
        shape.validate();
        return new BenchPlan(Cases.named(names), records, runs, shape, out.toAbsolutePath());
    }
}
