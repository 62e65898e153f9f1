package io.kstash.faults.flow;

import io.kstash.app.ExitCode;
import io.kstash.up.ChildProcess;
import io.kstash.up.Launchers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the apps of a flow are started: by the launchers of the checkout, as anybody would. */
final class FlowApps {
    static final String INPUT = "faults-in";
    static final String OUTPUT = "faults-out";
    static final String CONSUMER_GROUP = "group_a";

    /** Who starts while Kafka is away for long gives up, and is started again. */
    private static final Set<Integer> ENDS = Set.of(ExitCode.OK, ExitCode.KAFKA_UNAVAILABLE);

    /** A producer that is asked to end while Kafka is away says so that records were not sent. */
    private static final Set<Integer> SENDER_ENDS = Set.of(ExitCode.OK, ExitCode.FAILED, ExitCode.KAFKA_UNAVAILABLE);

    private static final String JVM_OPTIONS = "KSTASH_JAVA_OPTS";

    private final Launchers launchers;
    private final FlowPlan plan;
    private final String bootstrapServer;

    FlowApps(Launchers launchers, FlowPlan plan, String bootstrapServer) {
        this.launchers = launchers;
        this.plan = plan;
        this.bootstrapServer = bootstrapServer;
    }

    Member broker(int port, int advertisedPort) {
        return member(
                "broker",
                "local-kafka",
                ENDS,
                "--port",
                String.valueOf(port),
                "--advertised-port",
                String.valueOf(advertisedPort),
                "--quick-restarts",
                "--data",
                plan.data().toString());
    }

    Member transformer(int number) {
        return member(
                "transformer-" + number,
                "transformer",
                ENDS,
                "run",
                "-f",
                plan.pipeline().toString(),
                "--bootstrap-server",
                bootstrapServer,
                "--data",
                plan.data().toString());
    }

    /** Of the output topic, at least once. */
    Member consumer() {
        return member(
                "consumer",
                "consumer",
                ENDS,
                "--bootstrap-server",
                bootstrapServer,
                "--topic",
                OUTPUT,
                "--group",
                CONSUMER_GROUP,
                "--format",
                "json");
    }

    /**
     * Each start sends what is still to be sent.
     *
     * @param left for how long
     */
    Member producer(Supplier<Duration> left) {
        return new Member("producer", SENDER_ENDS, start -> {
            long count = Math.max(1, left.get().toMillis() * plan.rate() / 1000);
            return launch("producer-" + start, "producer", producerArguments(count));
        });
    }

    private List<String> producerArguments(long count) {
        return List.of(
                "--bootstrap-server",
                bootstrapServer,
                "--topic",
                INPUT,
                "--producers",
                String.valueOf(plan.producers()),
                "--rate",
                String.valueOf(plan.rate()),
                "--count",
                String.valueOf(count),
                "--payload",
                plan.event().toString(),
                "--seed",
                String.valueOf(plan.seed()));
    }

    /** Sends the lines of a file, once. */
    Member poisoner(String name, Path lines) {
        return member(
                name,
                "producer",
                SENDER_ENDS,
                "--bootstrap-server",
                bootstrapServer,
                "--topic",
                INPUT,
                "--producers",
                "1",
                "--rate",
                "max",
                "--count",
                "0",
                "--payload",
                lines.toString());
    }

    /** Says of every record what became of it. */
    ChildProcess audit() {
        return launch(
                "audit",
                "consumer",
                List.of(
                        "audit",
                        "-f",
                        plan.pipeline().toString(),
                        "--bootstrap-server",
                        bootstrapServer,
                        "--data",
                        plan.data().toString(),
                        "--json"));
    }

    private Member member(String name, String app, Set<Integer> ends, String... arguments) {
        return new Member(name, ends, start -> launch(name + "-" + start, app, List.of(arguments)));
    }

    private ChildProcess launch(String log, String app, List<String> arguments) {
        return ChildProcess.start(
                app,
                launchers.command(app, arguments),
                environment(),
                plan.logs().resolve(log + ".log"));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("KSTASH_DATA", plan.data().toString());
        @Nullable String given = System.getenv(JVM_OPTIONS);
        // Many short lives: better machine code would not pay.
        environment.put(JVM_OPTIONS, given == null ? "-XX:TieredStopAtLevel=1" : given);
        return environment;
    }
}
