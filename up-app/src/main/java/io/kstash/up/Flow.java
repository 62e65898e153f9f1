package io.kstash.up;

import io.kstash.app.AppContext;
import io.kstash.app.ExitCode;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.StandardStream;
import io.kstash.app.StatusLine;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** One run of the whole flow, from an empty port to the verdict. For one thread. */
final class Flow {
    private static final String CONSUMER_GROUP = "group_a";
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final FlowPlan plan;
    private final DataFolder data;
    private final FlowApps apps;
    private final AppContext app;
    private final PrintStream out;
    private final StatusLine status;

    Flow(FlowPlan plan, DataFolder data, Launchers launchers, ChildProcesses children, AppContext app) {
        this.plan = plan;
        this.data = data;
        this.apps = new FlowApps(plan, data, launchers, children, app);
        this.app = app;
        this.out = app.out();
        this.status = new StatusLine(out, StandardStream.OUT.isTerminal());
    }

    /** Runs until all is delivered, or until it is stopped; the exit code says whether the verdict holds. */
    int run() throws InterruptedException {
        KafkaClientSettings kafka = KafkaClientSettings.of(plan.bootstrapServer());
        try (Admin admin = Admin.create(kafka.admin())) {
            FlowTopics topics = new FlowTopics(admin);
            out.println("Starting Kafka, the transformer and the consumer...");
            AppHealth broker = apps.startKafka();
            AppHealth transformer = apps.startTransformer();
            return runPipeline(awaitStart(broker, transformer, topics), kafka, topics);
        } finally {
            status.clear();
            apps.stop();
        }
    }

    /** All but the producers start side by side: the transformer and the consumer wait for Kafka and the topics. */
    private PipelineFacts awaitStart(AppHealth kafka, AppHealth transformer, FlowTopics topics)
            throws InterruptedException {
        List<String> inputTopics = apps.awaitInputTopics(transformer);
        AppHealth consumer = apps.startConsumer(inputTopics.get(0));
        Optional<AppHealth> console = startConsole(transformer);
        apps.awaitReady(FlowApps.KAFKA, kafka);
        out.println("  Kafka        " + plan.bootstrapServer() + ", " + kafka.address());
        for (String topic : inputTopics) {
            topics.create(topic, plan.partitions());
        }
        PipelineFacts pipeline = PipelineFacts.of(apps.awaitReady(FlowApps.TRANSFORMER, transformer));
        out.println(
                "  Transformer  " + plan.pipeline() + " as group " + pipeline.group() + ", " + transformer.address());
        apps.awaitReady(FlowApps.CONSUMER, consumer);
        out.println("  Consumer     group " + CONSUMER_GROUP + ", " + consumer.address());
        announceConsole(console);
        pipeline.files().forEach(file -> out.println("  Log file     " + file));
        out.println("  What the apps print: " + data.logs());
        return pipeline;
    }

    private Optional<AppHealth> startConsole(AppHealth transformer) {
        return plan.consolePort().isPresent()
                ? Optional.of(apps.startConsole(plan.consolePort().getAsInt(), transformer))
                : Optional.empty();
    }

    private void announceConsole(Optional<AppHealth> console) throws InterruptedException {
        if (console.isPresent()) {
            apps.awaitReady(FlowApps.CONSOLE, console.get());
            out.println("  Console      http://localhost:" + plan.consolePort().getAsInt());
        }
    }

    private int runPipeline(PipelineFacts pipeline, KafkaClientSettings kafka, FlowTopics topics)
            throws InterruptedException {
        String input = pipeline.inputTopics().get(0);
        List<String> groups = List.of(CONSUMER_GROUP, pipeline.group());
        Map<TopicPartition, Long> baseline = topics.ends(List.of(input));
        ChildProcess producer = apps.startProducer(input);
        String run = apps.awaitRunId(producer);
        try (ProgressCounter counter =
                new ProgressCounter(kafka, topics, baseline, run, groups, pipeline.deliveries())) {
            RunWatch watch = new RunWatch(plan, apps, app.stop(), status, counter, producer);
            Progress progress = watch.await();
            Verdict verdict = new Verdict(watch.asked(progress), input, progress, new RunAudit(apps.audit(), run));
            verdict.lines().forEach(out::println);
            if (!plan.exit()) {
                stayUp();
            }
            return verdict.holds() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void stayUp() throws InterruptedException {
        if (!app.stop().isRequested()) {
            out.println("All stays up for looking around; Ctrl-C ends it");
        }
        while (!app.stop().isRequested()) {
            apps.requireAlive();
            app.stop().await(QUIET);
        }
    }
}
