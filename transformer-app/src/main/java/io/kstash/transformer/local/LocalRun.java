package io.kstash.transformer.local;

import io.kstash.app.AppContext;
import io.kstash.app.FailedException;
import io.kstash.app.FileProblem;
import io.kstash.app.Health;
import io.kstash.app.HttpOptions;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaOptions;
import io.kstash.app.KafkaReachability;
import io.kstash.app.Monitoring;
import io.kstash.app.StandardInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.client.ClientOptions;
import io.kstash.transformer.input.Surroundings;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a pipeline that reads this machine as the command line asks for it. */
public final class LocalRun {
    private final LoadedPipeline loaded;
    private final Optional<String> bootstrapServer;
    private final Path data;
    private final AppContext app;

    /**
     * A run.
     *
     * @param bootstrapServer overrides the cluster of every kafka output
     * @param data takes what inputs remember, and the files of outputs whose own folder cannot be created
     */
    public LocalRun(LoadedPipeline loaded, Optional<String> bootstrapServer, Path data, AppContext app) {
        this.loaded = loaded;
        this.bootstrapServer = bootstrapServer;
        this.data = data;
        this.app = app;
    }

    /**
     * Returns when the inputs have ended or the app was asked to stop, with everything written.
     *
     * @throws io.kstash.app.AppException where the pipeline cannot go on
     */
    public void run(HttpOptions http) throws InterruptedException {
        for (PlannedOutput<Output> planned : loaded.pipeline().outputs()) {
            if (planned.output() instanceof KafkaOutput output) {
                new KafkaReachability().await(settings(output), app);
            }
        }
        LocalRunner runner = new LocalRunner(loaded.pipeline(), surroundings(), destinations(), app.err()::println);
        try (Monitoring monitoring = http.start(this::health)) {
            observe(runner, monitoring);
            app.err().println(runner.run().summary());
        } catch (IOException failure) {
            throw new FailedException(
                    "Pipeline " + loaded.name() + " cannot go on: " + FileProblem.describe(failure), failure);
        }
    }

    private Surroundings surroundings() {
        return new Surroundings(StandardInput.until(app.stop()), data, app.stop(), app.err()::println);
    }

    private Destinations destinations() {
        return new Destinations(app.out(), Optional.of(data), app.err()::println, this::settings);
    }

    private KafkaClientSettings settings(KafkaOutput output) {
        String address = bootstrapServer.or(output::bootstrapServers).orElse(KafkaOptions.DEFAULT_BOOTSTRAP_SERVER);
        return new KafkaClientSettings(address, app.clientSettings())
                .withFallback(ClientOptions.security(List.of(output.clientSettings())));
    }

    private static void observe(LocalRunner runner, Monitoring monitoring) {
        monitoring.counter(
                "kstash.events.read", "Events read", () -> runner.counts().read());
        monitoring.counter(
                "kstash.events.emitted",
                "Events that came through the filters",
                () -> runner.counts().emitted());
        monitoring.counter(
                "kstash.events.dropped",
                "Events dropped by a filter",
                () -> runner.counts().dropped());
        monitoring.counter(
                "kstash.events.failed",
                "Events that could not be worked on or written",
                () -> runner.counts().failed());
    }

    private Health health() {
        Health.Status status = app.stop().isRequested() ? Health.Status.STOPPING : Health.Status.READY;
        return new Health(status, Map.of("pipeline", loaded.name()));
    }
}
