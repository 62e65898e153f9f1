package io.kstash.benchmarks.flames;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.AppMain;
import io.kstash.app.ExitCode;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts {@code bench flames}. */
@Command(
        name = "bench flames",
        description =
                "Draws the stacks of a recording of Java's Flight Recorder as an SVG: kstash green, Kafka orange.")
public final class FlamesMain implements AppCommand {
    @Parameters(paramLabel = "RECORDING", description = "The recording, a .jfr file.")
    private Path recording = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the picture goes.")
    private Path out = Path.of("");

    @Option(names = "--title", paramLabel = "TEXT", defaultValue = "CPU time", description = "What it shows.")
    private String title = "";

    private FlamesMain() {}

    public static void main(String[] args) {
        System.exit(AppMain.run(new FlamesMain(), args));
    }

    @Override
    public int run(AppContext app) throws IOException {
        UsageException.unless(
                Files.isRegularFile(recording),
                "There is no recording " + recording
                        + ": make one with jcmd PID JFR.start settings=profile duration=20s filename=" + recording);
        Files.writeString(out, new FlameGraph(RecordedStacks.read(recording), title).svg());
        return ExitCode.OK;
    }
}
