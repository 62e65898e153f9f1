package io.kstash.benchmarks.kafka;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.LoopbackPorts;
import io.kstash.benchmarks.process.ProcessSpec;
import io.kstash.benchmarks.process.RunningProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** The Kafka that all cases use, one node, a process of its own as {@code scripts/local-kafka} starts it. */
public final class LocalBroker implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);

    private final RunningProcess process;
    private final String address;

    private LocalBroker(RunningProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Returns when clients can use it.
     *
     * @param script {@code scripts/local-kafka}
     * @param folder for its records and its log
     */
    public static LocalBroker start(Path script, Path folder) throws InterruptedException {
        String port = Integer.toString(LoopbackPorts.free(1).get(0));
        ProcessSpec spec = ProcessSpec.launcher(script, List.of("--port", port, "--data", folder.toString()));
        LocalBroker broker =
                new LocalBroker(RunningProcess.start(spec, folder.resolve("local-kafka.log")), "127.0.0.1:" + port);
        try {
            broker.awaitReady();
        } catch (RuntimeException | InterruptedException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private void awaitReady() throws InterruptedException {
        try (Admin admin = Admin.create(KafkaClientSettings.of(address).admin())) {
            admin.describeCluster().nodes().get(READY_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new FailedException("Kafka did not start:" + process.lastWords(), e);
        }
    }

    public String address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
