package io.kstash.faults.flow;

import io.kstash.app.LoopbackPorts;
import io.kstash.app.StopSignal;
import io.kstash.up.ChildProcess;
import io.kstash.up.Launchers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Producers, Kafka, transformers, a consumer, each its own process, and what is between them. For one thread. */
public final class Flow implements AutoCloseable {
    /** How many transformers there can be at the most. */
    public static final int MOST_INSTANCES = 3;

    /** Where the producers send to, and where the pipeline sends to. */
    public static final String INPUT = FlowApps.INPUT, OUTPUT = FlowApps.OUTPUT;

    /** The pipeline's dead letters. */
    public static final String DEAD_LETTERS = "faults-dead-letters";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(150);
    private static final Duration AUDIT_LIMIT = Duration.ofMinutes(2);
    private static final long DISK_BYTES_PER_RECORD = 3000;
    private static final long SPARE_DISK_BYTES = 64 << 20;

    private final FlowPlan plan;
    private final Watch watch;
    private final FlowApps apps;
    private final TcpProxy proxy;
    private final SmallDisk disk;
    private final KafkaAccess kafka;
    private final Member broker;
    private final Member producer;
    private final Member consumer;
    private final List<Member> transformers = new ArrayList<>();
    private final List<Member> poisoners = new ArrayList<>();
    private long producingUntilNanos;

    private Flow(FlowPlan plan, Launchers launchers, SmallDisk disk, StopSignal stop) {
        this.plan = plan;
        this.disk = disk;
        this.watch = new Watch(stop);
        int port = LoopbackPorts.free(1).get(0);
        proxy = new TcpProxy(port);
        kafka = new KafkaAccess("127.0.0.1:" + proxy.port());
        apps = new FlowApps(launchers, plan, kafka.bootstrapServer());
        broker = watched(apps.broker(port, proxy.port()));
        producer = watched(apps.producer(() -> Duration.ofNanos(producingUntilNanos - System.nanoTime())));
        consumer = watched(apps.consumer());
        for (int number = 0; number < MOST_INSTANCES; number++) {
            transformers.add(watched(apps.transformer(number)));
        }
    }

    private Member watched(Member member) {
        watch.add(member);
        return member;
    }

    /** Makes the folder; nothing runs yet. */
    public static Flow prepare(FlowPlan plan, Launchers launchers, StopSignal stop) throws IOException {
        Files.createDirectories(plan.logs());
        copyResource("faults.conf", plan.pipeline());
        copyResource("event.txt", plan.event());
        long size = SPARE_DISK_BYTES + plan.records() * DISK_BYTES_PER_RECORD;
        return new Flow(plan, launchers, SmallDisk.in(plan.files(), size), stop);
    }

    private static void copyResource(String name, Path target) throws IOException {
        try (InputStream resource = Flow.class.getResourceAsStream("/io/kstash/faults/" + name)) {
            Files.copy(Objects.requireNonNull(resource), target);
        }
    }

    /** Starts all, and returns when the first events can be worked on. */
    public void start() throws InterruptedException, StuckException {
        broker.start();
        watch.await("Kafka starts", START_LIMIT, () -> hasSaid(broker, "Kafka is ready"));
        kafka.createTopic(INPUT, plan.partitions());
        transformers.stream().limit(plan.instances()).forEach(Member::start);
        watch.await(
                "A transformer starts",
                START_LIMIT,
                () -> transformers.stream().anyMatch(transformer -> hasSaid(transformer, "Running pipeline")));
        consumer.start();
        producingUntilNanos = System.nanoTime() + plan.length().toNanos();
        producer.start();
    }

    private static boolean hasSaid(Member member, String text) {
        return member.starts().stream()
                .flatMap(start -> start.lastPrinted().stream())
                .anyMatch(line -> line.contains(text));
    }

    public FlowPlan plan() {
        return plan;
    }

    public Member broker() {
        return broker;
    }

    public Member producer() {
        return producer;
    }

    public Member consumer() {
        return consumer;
    }

    /** Those that are to run, at least one. */
    public List<Member> transformers() {
        return transformers.stream().filter(Member::isWanted).toList();
    }

    /** All that ever ran. */
    public List<Member> allTransformers() {
        return List.copyOf(transformers);
    }

    public TcpProxy proxy() {
        return proxy;
    }

    public SmallDisk disk() {
        return disk;
    }

    public KafkaAccess kafka() {
        return kafka;
    }

    /** Sends lines to the input topic, each a record as it is. */
    public void poison(Collection<String> lines) {
        String name = "poison-" + poisoners.size();
        try {
            Member poisoner = watched(
                    apps.poisoner(name, Files.write(plan.folder().resolve(name + ".jsonl"), List.copyOf(lines))));
            poisoners.add(poisoner);
            poisoner.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets time pass; what is to run and has ended is started again. */
    public void pass(Duration time) throws InterruptedException {
        watch.pass(time);
    }

    /** Which apps ended by themselves, and how. */
    public List<String> incidents() {
        return watch.incidents();
    }

    /** Returns when all is sent, transformed, delivered and consumed. */
    public void awaitDelivered() throws InterruptedException, StuckException {
        watch.await(
                "The producers send all",
                DRAIN_LIMIT,
                () -> producer.isOver() && poisoners.stream().allMatch(Member::isOver));
        Backlog backlog = new Backlog(kafka, plan.partitions());
        watch.await("The transformers read all", DRAIN_LIMIT, backlog::isTransformed);
        watch.await("All is delivered", DRAIN_LIMIT, backlog::isDelivered);
        watch.await("All is consumed", DRAIN_LIMIT, backlog::isConsumed);
    }

    /**
     * Asks the transformers to end, one after the other.
     *
     * @return how long the slowest one took
     */
    public Duration stopTransformers() throws InterruptedException {
        Duration slowest = Duration.ZERO;
        for (Member transformer : transformers()) {
            Duration took = transformer.stop();
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        watch.pass(Duration.ZERO);
        return slowest;
    }

    /** What the producers printed, of all their starts. */
    public List<ChildProcess> producerRuns() {
        List<ChildProcess> runs = new ArrayList<>(producer.starts());
        poisoners.forEach(poisoner -> runs.addAll(poisoner.starts()));
        return runs;
    }

    /** Returns when {@code consumer audit} has ended. */
    public ChildProcess audit() throws InterruptedException, StuckException {
        ChildProcess audit = apps.audit();
        try {
            watch.await("consumer audit ends", AUDIT_LIMIT, () -> !audit.isAlive());
            return audit;
        } finally {
            audit.kill();
        }
    }

    /** For who looks for a cause: each process that there was, where its log is, and what is last in it. */
    public List<String> account() {
        return watch.members().stream()
                .flatMap(member -> member.account().stream())
                .toList();
    }

    /** Kills what still runs; the folder stays, without what was on the small disk. */
    @Override
    public void close() {
        try {
            for (Member member : watch.members()) {
                member.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kafka.close();
        proxy.close();
        disk.close();
    }
}
