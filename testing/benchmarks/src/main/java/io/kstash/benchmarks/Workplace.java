package io.kstash.benchmarks;

import io.kstash.app.FileTree;
import io.kstash.benchmarks.cases.CaseSpec;
import io.kstash.benchmarks.cases.TrialPlace;
import io.kstash.benchmarks.input.InputFiles;
import io.kstash.benchmarks.input.Padding;
import io.kstash.benchmarks.kafka.InputTopics;
import io.kstash.benchmarks.kafka.LocalBroker;
import io.kstash.benchmarks.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What all cases share: the broker, the inputs, and folders for what they write, which are deleted in the end. */
final class Workplace implements AutoCloseable {
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Path scripts;
    private final int threads;
    private final Path work;
    private final Path memory;
    private final Path logs;
    private final LocalBroker broker;
    private final Topics topics;
    private final InputTopics inputTopics;
    private final InputFiles inputFiles;

    private Workplace(Path scripts, BenchPlan plan, Path memory, LocalBroker broker) {
        this.scripts = scripts;
        this.threads = plan.shape().threads();
        this.work = work(plan);
        this.memory = memory;
        this.logs = plan.out().resolve("logs");
        this.broker = broker;
        this.topics = new Topics(broker.address(), plan.shape().partitions());
        this.inputTopics =
                new InputTopics(topics, plan.records(), Padding.to(plan.shape().recordBytes()));
        this.inputFiles = new InputFiles(work, plan.records());
    }

    /**
     * Starts the broker.
     *
     * @param scripts the folder of the apps' launchers
     */
    static Workplace open(Path scripts, BenchPlan plan) throws IOException, InterruptedException {
        Files.createDirectories(plan.out().resolve("logs"));
        FileTree.delete(work(plan));
        Files.createDirectories(work(plan));
        Path memory = Files.createTempDirectory(IN_MEMORY, "kstash-bench");
        return new Workplace(scripts, plan, memory, LocalBroker.start(scripts.resolve("local-kafka"), work(plan)));
    }

    private static Path work(BenchPlan plan) {
        return plan.out().resolve("work");
    }

    long brokerPid() {
        return broker.pid();
    }

    /** A place for one run of a case. */
    TrialPlace newPlace(CaseSpec spec, int round) throws IOException {
        String id = spec.name() + "-" + round;
        return new TrialPlace(
                id,
                spec.load(),
                Files.createDirectory(work.resolve(id)),
                Files.createDirectory(memory.resolve(id)),
                scripts,
                threads,
                topics,
                inputTopics,
                inputFiles);
    }

    /** Takes what the process of this place prints. It stays. */
    Path log(TrialPlace place) {
        return logs.resolve(place.id() + ".log");
    }

    /** Removes what was written there, topics included. */
    void clear(TrialPlace place) throws IOException, InterruptedException {
        topics.deleteAllBut(inputTopics.names());
        FileTree.delete(place.folder());
        FileTree.delete(place.memory());
    }

    @Override
    public void close() throws IOException {
        topics.close();
        broker.close();
        FileTree.delete(work);
        FileTree.delete(memory);
    }
}
