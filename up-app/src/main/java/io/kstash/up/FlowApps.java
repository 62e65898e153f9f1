package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.ExitCode;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaUnavailableException;
import io.kstash.app.LoopbackPorts;
import io.kstash.app.StoppedException;
import io.kstash.app.UsageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts the apps of a flow, tells whether they do their work, and stops them in order. For one thread. */
final class FlowApps {
    static final String KAFKA = "local-kafka";
    static final String TRANSFORMER = "transformer";
    static final String CONSUMER = "consumer";
    static final String PRODUCER = "producer";
    static final String AUDIT = "audit";
    static final String CONSOLE = "console";

    private static final Duration READY_LIMIT = Duration.ofSeconds(90);
    private static final Duration AUDIT_LIMIT = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final int LAST_LINES = 8;
    private static final Pattern RUN_ID = Pattern.compile("^run (\\w+):");

    private final FlowPlan plan;
    private final DataFolder data;
    private final Launchers launchers;
    private final ChildProcesses children;
    private final AppContext app;

    FlowApps(FlowPlan plan, DataFolder data, Launchers launchers, ChildProcesses children, AppContext app) {
        this.plan = plan;
        this.data = data;
        this.launchers = launchers;
        this.children = children;
        this.app = app;
    }

    AppHealth startKafka() {
        return startServing(
                KAFKA,
                "--port",
                String.valueOf(plan.kafkaPort()),
                "--data",
                data.root().toString());
    }

    AppHealth startTransformer() {
        return startServing(
                TRANSFORMER,
                "run",
                "-f",
                plan.pipeline().toString(),
                "--bootstrap-server",
                plan.bootstrapServer(),
                "--data",
                data.root().toString());
    }

    AppHealth startConsumer(String topic) {
        return startServing(CONSUMER, "--bootstrap-server", plan.bootstrapServer(), "--topic", topic);
    }

    /** The page to look at the flow, which watches the transformer. */
    AppHealth startConsole(int port, AppHealth transformer) {
        return startServing(
                CONSOLE,
                "--bootstrap-server",
                plan.bootstrapServer(),
                "--port",
                String.valueOf(port),
                "--pipeline",
                plan.pipeline().toString(),
                "--transformer",
                transformer.address().resolve("/").toString());
    }

    ChildProcess startProducer(String topic) {
        return start(
                PRODUCER,
                "--bootstrap-server",
                plan.bootstrapServer(),
                "--topic",
                topic,
                "--producers",
                String.valueOf(plan.producers()),
                "--count",
                String.valueOf(plan.count()),
                "--rate",
                plan.rate());
    }

    private AppHealth startServing(String name, String... arguments) {
        int port = LoopbackPorts.free(1).get(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--http-port", String.valueOf(port)));
        start(name, all.toArray(String[]::new));
        return new AppHealth(port);
    }

    private ChildProcess start(String launcher, String... arguments) {
        return startAs(launcher, launcher, arguments);
    }

    private ChildProcess startAs(String name, String launcher, String... arguments) {
        // Pipelines say ${KSTASH_DATA:data} for the folder that their files are in.
        Map<String, String> environment = Map.of("KSTASH_DATA", data.root().toString());
        return children.add(
                ChildProcess.start(name, launchers.command(launcher, List.of(arguments)), environment, data.log(name)));
    }

    /**
     * Waits until an app does its work.
     *
     * @return what it tells of itself then
     * @throws AppException if it ends instead, takes too long, or the run is stopped
     */
    JsonNode awaitReady(String name, AppHealth health) throws InterruptedException {
        return await(name, health, answer -> Optional.of(answer).filter(AppHealth::isReady));
    }

    /** Waits until the transformer tells what its pipeline reads; whether these topics exist does not matter. */
    List<String> awaitInputTopics(AppHealth transformer) throws InterruptedException {
        return await(
                TRANSFORMER,
                transformer,
                answer -> Optional.of(PipelineFacts.of(answer).inputTopics()).filter(topics -> !topics.isEmpty()));
    }

    private <T> T await(String name, AppHealth health, Function<JsonNode, Optional<T>> wanted)
            throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Optional<T> found = health.ask().flatMap(wanted);
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() - start > READY_LIMIT.toNanos()) {
                throw new FailedException(
                        name + " was not ready after " + READY_LIMIT.toSeconds() + " s; see " + data.log(name));
            }
            pause();
        }
    }

    /**
     * The id under which the producers send, which they say first.
     *
     * @throws AppException if they end without it
     */
    String awaitRunId(ChildProcess producer) throws InterruptedException {
        while (true) {
            boolean alive = producer.isAlive(); // Asked before reading: a short run ends right after its first line.
            for (String line : producer.lastPrinted()) {
                Matcher matcher = RUN_ID.matcher(line);
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
            if (!alive) {
                throw explained(producer);
            }
            pause();
        }
    }

    /** Lets a moment pass, in which nothing bad may happen. */
    void pause() throws InterruptedException {
        requireAlive();
        if (app.stop().await(PAUSE)) {
            throw new StoppedException();
        }
    }

    /** @throws AppException if an app has ended that should run until it is stopped, which the producers need not */
    void requireAlive() {
        Optional<ChildProcess> ended = children.firstEnded(KAFKA, TRANSFORMER, CONSUMER, CONSOLE);
        if (ended.isPresent()) {
            throw explained(ended.get());
        }
    }

    /** Wrong usage of an app by this one is wrong usage of this one: the options came from here. */
    private static AppException explained(ChildProcess child) {
        return switch (child.exitCode()) {
            case ExitCode.USAGE -> new UsageException(lastWords(child));
            case ExitCode.KAFKA_UNAVAILABLE -> new KafkaUnavailableException(lastWords(child));
            default -> new FailedException(lastWords(child));
        };
    }

    /** How an app ended, with the last that it printed. */
    static String lastWords(ChildProcess child) {
        List<String> printed = child.lastPrinted();
        String words = String.join("\n  ", printed.subList(Math.max(0, printed.size() - LAST_LINES), printed.size()));
        return child.app() + " ended with exit code " + child.exitCode() + " (" + child.log() + "):\n  " + words;
    }

    /**
     * Lets the audit say what became of all records, as its JSON has it.
     *
     * @throws AppException if it could not
     */
    JsonNode audit() throws InterruptedException {
        ChildProcess audit = startAs(
                AUDIT,
                CONSUMER,
                "audit",
                "-f",
                plan.pipeline().toString(),
                "--bootstrap-server",
                plan.bootstrapServer(),
                "--data",
                data.root().toString(),
                "--json");
        audit.awaitEnd(AUDIT_LIMIT);
        return audit.printedJson().orElseThrow(() -> explained(audit));
    }

    void stopProducer() throws InterruptedException {
        children.stop(STOP_LIMIT, PRODUCER);
    }

    /** In the order of the flow, so that each app can finish what it was given. */
    void stop() throws InterruptedException {
        stopProducer();
        children.stop(STOP_LIMIT, TRANSFORMER, CONSUMER, CONSOLE);
        children.stop(STOP_LIMIT, KAFKA);
    }
}
