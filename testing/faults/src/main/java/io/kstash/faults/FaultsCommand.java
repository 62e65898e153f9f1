package io.kstash.faults;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.FileTree;
import io.kstash.app.Installation;
import io.kstash.app.UsageException;
import io.kstash.up.Launchers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/faults}: the campaign. */
@Command(
        name = "faults",
        description = {
            "Runs the whole flow, each app its own process, lets random faults strike it, and counts what came of it.",
            "Each run takes about a minute. Exit code 1 if one failed; its folder is kept."
        },
        sortOptions = false)
final class FaultsCommand implements AppCommand {
    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many runs, each with the next seed. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The first seed: the same faults at the same times. Default: the one behind the table's last.")
    private @Nullable Long seed;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "40000",
            description = "Records a run, about. Default: ${DEFAULT-VALUE}.")
    private long records;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "${sys:kstash.home:-.}/testing/faults/results.jsonl",
            description = "The table, to which each run adds a row. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:java.io.tmpdir}",
            description = "Where each run gets a folder of its own. Default: ${DEFAULT-VALUE}.")
    private Path work = Path.of("");

    @Option(names = "--report", description = "Only make docs/reliability.md of the table.")
    private boolean report;

    @Override
    public int run(AppContext app) throws InterruptedException, IOException {
        ResultTable table = new ResultTable(out);
        if (report) {
            Files.writeString(Installation.home("faults").resolve("docs/reliability.md"), Report.of(table.rows()));
            return ExitCode.OK;
        }
        if (runs < 1 || records < 1) {
            throw new UsageException("--runs and --records: give at least 1");
        }
        long first = seed == null ? table.nextSeed() : seed;
        boolean passed = true;
        for (long next = first; next < first + runs; next++) {
            passed &= run(next, table, app);
        }
        return passed ? ExitCode.OK : ExitCode.FAILED;
    }

    private boolean run(long next, ResultTable table, AppContext app) throws InterruptedException, IOException {
        app.err().println("seed " + next + " begins");
        Path folder = Files.createTempDirectory(work, "kstash-faults-" + next + "-");
        FaultRun run = new FaultRun(next, records, folder);
        RunResult result =
                run.run(Launchers.inFolder(Installation.home("faults").resolve("scripts")), app.stop());
        table.add(result);
        app.out().println(result.line());
        if (result.passed()) {
            FileTree.delete(folder);
        } else {
            Files.readAllLines(run.schedule()).forEach(line -> app.out().println("  " + line));
            app.out().println("  All that it wrote is in " + folder);
            app.out().println("  Again: scripts/faults --runs 1 --seed " + next + " --records " + records);
        }
        return result.passed();
    }
}
