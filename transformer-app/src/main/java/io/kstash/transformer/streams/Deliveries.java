package io.kstash.transformer.streams;

import io.kstash.app.AppContext;
import io.kstash.app.KafkaClientSettings;
import io.kstash.delivery.DeliveredExpiry;
import io.kstash.delivery.Delivery;
import io.kstash.delivery.Destination;
import io.kstash.delivery.file.FileDestination;
import io.kstash.delivery.stdout.StdoutDestination;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.output.StdoutOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/** What leaves Kafka: the pipeline's file and stdout outputs, which follow its deliveries topic. */
final class Deliveries {
    /** What a delivery takes to leave its group. */
    private static final Duration FOR_LEAVING = Duration.ofMillis(1200);

    private final Map<String, Destination> destinations;
    private final KafkaClientSettings client;
    private final String topic;
    private final Duration keep;
    private final Consumer<String> warnings;
    private final Failures failures;
    private volatile @Nullable Delivery delivery;
    private @Nullable DeliveredExpiry expiry;

    private Deliveries(
            Map<String, Destination> destinations,
            KafkaClientSettings client,
            String topic,
            Duration keep,
            Consumer<String> warnings,
            Failures failures) {
        this.destinations = destinations;
        this.client = client;
        this.topic = topic;
        this.keep = keep;
        this.warnings = warnings;
        this.failures = failures;
    }

    /**
     * The deliveries of a pipeline.
     *
     * @param files maps the ids of its file outputs to where they go
     * @param keep how long Kafka keeps what was delivered
     */
    static Deliveries of(
            LoadedPipeline loaded,
            Map<String, FilePaths> files,
            KafkaClientSettings client,
            Duration keep,
            AppContext app,
            Failures failures) {
        Map<String, Destination> destinations = new LinkedHashMap<>();
        Map<Path, Destination> byPlace = new HashMap<>();
        Destination stdout = new StdoutDestination(app.out());
        for (PlannedOutput<Output> planned : loaded.pipeline().outputs()) {
            if (planned.output() instanceof StdoutOutput) {
                destinations.put(planned.id(), stdout);
            }
        }
        files.forEach((id, paths) -> destinations.put(
                id,
                paths.single().isPresent()
                        ? byPlace.computeIfAbsent(paths.single().get(), file -> FileDestination.single(file, id))
                        : byPlace.computeIfAbsent(paths.root(), root -> FileDestination.below(root, id))));
        return new Deliveries(
                destinations, client, OwnTopics.of(loaded.name()).deliveries(), keep, app.err()::println, failures);
    }

    /** False where nothing leaves Kafka. */
    boolean isNeeded() {
        return !destinations.isEmpty();
    }

    /**
     * Starts to follow the topic, which has to exist.
     *
     * @param instance who this process is, so that Kafka takes it for the one that it follows after a restart
     */
    void start(String instance) {
        if (isNeeded()) {
            Delivery started = Delivery.start(asMember(instance), topic, topic, destinations, this::failed);
            delivery = started;
            expiry = DeliveredExpiry.start(client, topic, keep, started::delivered, warnings);
            // It may have failed before there was a field to look at.
            failed();
        }
    }

    /** What has no room, while a delivery waits for a disk that is full. For any thread. */
    Optional<String> waitingFor() {
        Delivery running = delivery;
        return running == null ? Optional.empty() : running.waitingFor();
    }

    private KafkaClientSettings asMember(String instance) {
        Map<String, String> overrides = new HashMap<>(client.overrides());
        overrides.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        return new KafkaClientSettings(client.bootstrapServers(), overrides);
    }

    private void failed() {
        Delivery ended = delivery;
        if (ended != null) {
            ended.failure().ifPresent(failures::end);
        }
    }

    /** Writes what is committed, then stops. */
    void close(Deadline deadline) {
        if (expiry != null) {
            expiry.close();
        }
        Delivery running = delivery;
        if (running != null) {
            drain(running, deadline.leftBut(FOR_LEAVING));
            running.close();
        }
    }

    private static void drain(Delivery delivery, Duration limit) {
        try {
            // What is left after the limit is written after the next start: the position is with the destination.
            delivery.drain(limit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
