package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.Health;
import io.kstash.app.HttpOptions;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.Monitoring;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.measure.StageMetrics;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.Output;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.StreamsConfig;

/** Runs a pipeline that reads Kafka until it is asked to stop or fails. */
public final class StreamsRun {
    /** With the end of the last clients this is less than the five seconds that SIGTERM is answered in. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(3);

    private final LoadedPipeline loaded;
    private final Optional<String> bootstrapServer;
    private final DataFolder data;
    private final StreamsOptions options;
    private final AppContext app;
    private final Counters counters = new Counters();
    private final Failures failures;
    private final List<ClusterRun> clusters = new CopyOnWriteArrayList<>();
    private final Map<String, FilePaths> files = new LinkedHashMap<>();
    private final AtomicBoolean announced = new AtomicBoolean();

    /**
     * A run.
     *
     * @param bootstrapServer overrides the cluster of every plugin
     */
    public StreamsRun(
            LoadedPipeline loaded,
            Optional<String> bootstrapServer,
            DataFolder data,
            StreamsOptions options,
            AppContext app) {
        this.loaded = loaded;
        this.bootstrapServer = bootstrapServer;
        this.data = data;
        this.options = options;
        this.app = app;
        this.failures = new Failures(app);
    }

    /**
     * Returns when the app was asked to stop, with everything committed.
     *
     * @throws AppException where the pipeline cannot go on
     */
    public void run(HttpOptions http) throws InterruptedException {
        warnUnlessExactlyOnce();
        files.putAll(filePaths());
        try (Monitoring monitoring = http.start(this::health)) {
            prepare();
            observe(monitoring);
            clusters.forEach(cluster -> cluster.start((now, before) -> announceWhenRunning()));
            app.stop().await();
        } finally {
            Deadline deadline = Deadline.in(STOP_LIMIT);
            clusters.forEach(cluster -> cluster.close(deadline));
            app.err().println(counters.summary());
        }
        Optional<AppException> failure = failures.first();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void warnUnlessExactlyOnce() {
        String guarantee = app.clientSettings()
                .getOrDefault(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        if (!guarantee.equals(StreamsConfig.EXACTLY_ONCE_V2)) {
            app.err()
                    .println("Warning: " + StreamsConfig.PROCESSING_GUARANTEE_CONFIG + "=" + guarantee
                            + ": exactly once is off; a crash may double records, and there is no ledger that an audit"
                            + " could count them with. Remove the setting to have both again");
        }
    }

    private void prepare() throws InterruptedException {
        Map<KafkaClientSettings, List<PlannedInput<Input>>> byCluster =
                new Clusters(loaded, bootstrapServer, app).inputs();
        for (Map.Entry<KafkaClientSettings, List<PlannedInput<Input>>> cluster : byCluster.entrySet()) {
            clusters.add(ClusterRun.prepare(
                    loaded, cluster.getValue(), files, cluster.getKey(), data, counters, failures, options, app));
        }
    }

    private Map<String, FilePaths> filePaths() {
        Map<String, FilePaths> paths = new LinkedHashMap<>();
        for (PlannedOutput<Output> planned : loaded.pipeline().outputs()) {
            if (planned.output() instanceof FileOutput file) {
                paths.put(planned.id(), FilePaths.of(file, Optional.of(data.root()), app.err()::println));
            }
        }
        return paths;
    }

    private void announceWhenRunning() {
        if (isRunning() && announced.compareAndSet(false, true)) {
            app.err()
                    .println("Running pipeline " + loaded.name() + ": "
                            + PipelineFacts.of(loaded, files).summary());
        }
    }

    private boolean isRunning() {
        return !clusters.isEmpty() && clusters.stream().allMatch(ClusterRun::isRunning);
    }

    private Health health() {
        Health.Status status;
        if (failures.first().isPresent()) {
            status = Health.Status.FAILED;
        } else if (app.stop().isRequested()) {
            status = Health.Status.STOPPING;
        } else {
            status = isRunning() ? Health.Status.READY : Health.Status.STARTING;
        }
        return new Health(status, details());
    }

    private Map<String, ?> details() {
        Map<String, Object> details =
                new HashMap<>(PipelineFacts.of(loaded, files).details(counters));
        clusters.stream()
                .flatMap(cluster -> cluster.deliveries().waitingFor().stream())
                .findFirst()
                .ifPresent(full -> details.put("waitingFor", full));
        return details;
    }

    private void observe(Monitoring monitoring) {
        monitoring.counter("kstash.records.read", "Records read", counters.read::sum);
        monitoring.counter("kstash.events.emitted", "Events for an output at least", counters.emitted::sum);
        monitoring.counters("kstash_events_dropped", "Events dropped, by why", "reason", counters::droppedByReason);
        monitoring.counter("kstash.events.not.selected", "Events for no output", counters.notSelected::sum);
        monitoring.counter("kstash.dead.letters", "Records that became dead letters", counters.deadLetters::sum);
        monitoring.histogram(
                "kstash_record_latency_seconds",
                "From the time in a record to the commit of what was made of it",
                counters.latency.latencies());
        monitoring.histogram("kstash_commit_seconds", "What a commit took", counters.latency.commits());
        monitoring.page("/pipeline", () -> PipelinePage.of(loaded, counters));
        monitoring.bind(() -> new StageMetrics(loaded.pipeline().filters()));
        clusters.forEach(cluster ->
                cluster.streams().forEach(streams -> monitoring.bind(() -> new KafkaStreamsMetrics(streams))));
    }
}
