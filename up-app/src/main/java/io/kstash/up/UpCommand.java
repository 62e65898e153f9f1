package io.kstash.up;

import io.kstash.app.AppCommand;
import io.kstash.app.AppContext;
import io.kstash.app.Installation;
import io.kstash.app.LoopbackPorts;
import io.kstash.app.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/up}: the whole flow, from one command. */
@Command(
        name = "up",
        description = {
            "Starts a real one-node Kafka, the transformer, the consumer and the producers, each its own process,",
            "shows how far they are and counts at the end what came through. Then all stays up until Ctrl-C."
        },
        sortOptions = false)
final class UpCommand implements AppCommand {
    private static final int FREE = 0;
    private static final int UI_PORT = 8080;

    @Option(
            names = "--producers",
            paramLabel = "N",
            defaultValue = "2",
            description = "How many producers send side by side. Default: ${DEFAULT-VALUE}.")
    private int producers;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "Records for each producer; 0 is until Ctrl-C. Default: ${DEFAULT-VALUE}.")
    private long count;

    @Option(
            names = "--rate",
            defaultValue = "1",
            description = "Records a second for each producer: 500, 2k, 100/m, or max. Default: ${DEFAULT-VALUE}.")
    private String rate = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Partitions of the topic, if it has to be created. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--pipeline",
            paramLabel = "FILE",
            defaultValue = "${sys:kstash.home:-.}/pipelines/multi-test.conf",
            description = "The Logstash pipeline that transforms. Default: ${DEFAULT-VALUE}.")
    private Path pipeline = Path.of("");

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Where Kafka listens; 0 takes a free port. Default: ${DEFAULT-VALUE}.")
    private int kafkaPort;

    @Option(
            names = "--ui-port",
            paramLabel = "PORT",
            description =
                    "Where the console is served; 0 takes a free port. Default: 8080, and with --exit no console.")
    private @Nullable Integer uiPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${sys:kstash.data:-data}",
            description = "What the run writes: Kafka's records, log files. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("");

    @Option(names = "--fresh", description = "Delete the data first.")
    private boolean fresh;

    @Option(names = "--exit", description = "End once all is delivered, or 30 s after nothing moves any more.")
    private boolean exit;

    private final ChildProcesses children;

    /** @param children where the processes are registered that this command starts */
    UpCommand(ChildProcesses children) {
        this.children = children;
    }

    @Override
    public int run(AppContext app) throws IOException, InterruptedException {
        FlowPlan plan = plan();
        Path home = Installation.home("up");
        Launchers launchers = Launchers.inFolder(home.resolve("scripts"));
        try (DataFolder folder = DataFolder.open(data, home.resolve("data"), fresh)) {
            return new Flow(plan, folder, launchers, children, app).run();
        }
    }

    private FlowPlan plan() {
        UsageException.unless(producers >= 1, "--producers " + producers + ": give at least 1");
        UsageException.unless(count >= 0, "--count " + count + ": give at least 1, or 0 for records until Ctrl-C");
        UsageException.unless(partitions >= 1, "--partitions " + partitions + ": give at least 1");
        UsageException.unless(Files.isReadable(pipeline), "No such pipeline: " + pipeline + " (--pipeline)");
        int port = port(kafkaPort, "--kafka-port");
        return new FlowPlan(producers, count, rate, partitions, pipeline.toAbsolutePath(), port, consolePort(), exit);
    }

    /** Who lets a run end by itself does not look around, unless they say so. */
    private OptionalInt consolePort() {
        if (uiPort == null && exit) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(port(uiPort == null ? UI_PORT : uiPort, "--ui-port"));
    }

    private static int port(int wanted, String option) {
        if (wanted == FREE) {
            return LoopbackPorts.free(1).get(0);
        }
        LoopbackPorts.requireFree(wanted, option);
        return wanted;
    }
}
