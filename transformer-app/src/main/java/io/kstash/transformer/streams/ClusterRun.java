package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaReachability;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.client.TopicAdmin;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.KafkaOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** A pipeline on one cluster: its topics, a Kafka Streams for each group, and the deliveries. */
final class ClusterRun {
    /** What of the time for a stop is left to the deliveries. */
    private static final Duration FOR_DELIVERIES = Duration.ofMillis(1800);

    private final LoadedPipeline loaded;
    private final List<PlannedInput<Input>> inputs;
    private final OwnTopics ownTopics;
    private final TopicAdmin admin;
    private final Deliveries deliveries;
    private final List<GroupRun> groups = new ArrayList<>();

    private ClusterRun(
            LoadedPipeline loaded,
            List<PlannedInput<Input>> inputs,
            KafkaClientSettings client,
            Deliveries deliveries) {
        this.loaded = loaded;
        this.inputs = inputs;
        this.ownTopics = OwnTopics.of(loaded.name());
        this.admin = new TopicAdmin(client);
        this.deliveries = deliveries;
    }

    /** Waits for Kafka and the input topics, creates the others, and makes all that will run. */
    static ClusterRun prepare(
            LoadedPipeline loaded,
            List<PlannedInput<Input>> inputs,
            Map<String, FilePaths> files,
            KafkaClientSettings client,
            DataFolder data,
            Counters counters,
            Failures failures,
            StreamsOptions options,
            AppContext app)
            throws InterruptedException {
        new KafkaReachability().await(client, app);
        Deliveries deliveries =
                Deliveries.of(loaded, files, client, options.retention().ofDelivered(), app, failures);
        ClusterRun run = new ClusterRun(loaded, inputs, client, deliveries);
        TopicDirectory topics = new TopicDirectory(run.admin);
        topics.awaitInputs(run.inputTopics(), app);
        run.createTopics(topics, new OwnTopicSetup(topics, run.admin, app.err()::println), options.retention());
        PipelineTopology topology = new PipelineTopology(
                loaded,
                new EventOutputs(loaded, files),
                topics,
                counters,
                new DeadLetterNotice(app.err()::println),
                options);
        int mostRecords = Bundle.mostRecords(loaded.pipeline().eventTimeout());
        for (List<PlannedInput<Input>> group : run.byGroup()) {
            Ledger ledger =
                    new Ledger(topics.ensure(run.ownTopics.ledger(), Map.of()), loaded.version(), counters.latency);
            run.groups.add(GroupRun.of(
                    group,
                    topology.build(group, ledger),
                    ledger,
                    client,
                    run.producerSettings(),
                    mostRecords,
                    data,
                    failures));
        }
        return run;
    }

    void start(KafkaStreams.StateListener listener) {
        deliveries.start(groups.get(0).instance());
        groups.forEach(group -> group.start(listener));
    }

    boolean isRunning() {
        return groups.stream().allMatch(GroupRun::isRunning);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    List<KafkaStreams> streams() {
        return groups.stream().map(GroupRun::streams).toList();
    }

    private List<String> inputTopics() {
        return inputs.stream()
                .flatMap(planned -> ((KafkaInput) planned.input()).topics().stream())
                .distinct()
                .toList();
    }

    private void createTopics(TopicDirectory topics, OwnTopicSetup setup, Retention retention) {
        setup.ensureKept(ownTopics.deadLetters(), retention);
        setup.ensureKept(ownTopics.ledger(), retention);
        if (deliveries.isNeeded()) {
            setup.ensureDeliveries(ownTopics.deliveries());
        }
        for (PlannedOutput<?> planned : loaded.pipeline().outputs()) {
            if (planned.output() instanceof KafkaOutput output && output.topic().isConstant()) {
                topics.ensure(output.topic().toString(), Map.of());
            }
        }
    }

    private Collection<List<PlannedInput<Input>>> byGroup() {
        Map<String, List<PlannedInput<Input>>> groups = new LinkedHashMap<>();
        inputs.forEach(
                planned -> groups.computeIfAbsent(((KafkaInput) planned.input()).groupId(), group -> new ArrayList<>())
                        .add(planned));
        return groups.values();
    }

    /** All outputs share the producer of the transaction, so their settings add up. */
    private Map<String, String> producerSettings() {
        Map<String, String> settings = new HashMap<>();
        for (PlannedOutput<?> planned : loaded.pipeline().outputs()) {
            if (planned.output() instanceof KafkaOutput output) {
                settings.putAll(output.clientSettings());
            }
        }
        return settings;
    }

    /** Commits what is done, then writes what was committed, as far as that is possible until then. */
    void close(Deadline deadline) {
        groups.forEach(group -> group.close(deadline.leftBut(FOR_DELIVERIES)));
        deliveries.close(deadline);
        admin.close();
    }
}
