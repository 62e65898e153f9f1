package io.kstash.producer;

import io.kstash.app.AppContext;
import io.kstash.app.AppException;
import io.kstash.app.ExitCode;
import io.kstash.app.FailedException;
import io.kstash.app.Health;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.Monitoring;
import io.kstash.app.StatusLine;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/**
 * One run of the app: starts the producers, shows how far they are, and ends when Kafka has answered for every record or
 * the run is stopped. Used by one thread, which also closes the Kafka clients, so that a producer that waits for its data
 * never holds up the end.
 */
final class ProducerRun {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** Less than the ten seconds after which a stop is commonly enforced. */
    private static final Duration FLUSH_LIMIT = Duration.ofSeconds(5);

    private final RunPlan plan;
    private final KafkaClientSettings kafka;
    private final AppContext app;
    private final StatusLine status;
    private final List<KafkaProducer<byte[], byte[]>> clients = new ArrayList<>();
    private final List<Future<@Nullable Void>> producers = new ArrayList<>();
    private final ExecutorService threads;
    private final SendResults results = new SendResults(System.nanoTime());
    private final AnswerWatch answers = new AnswerWatch(results);
    private final FailedSends failures;

    ProducerRun(RunPlan plan, KafkaClientSettings kafka, AppContext app, StatusLine status) {
        this.plan = plan;
        this.kafka = kafka;
        this.app = app;
        this.status = status;
        this.failures = new FailedSends(plan.topic(), KafkaRefusal.of(kafka, "Write"));
        AtomicInteger next = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(plan.producers(), task -> {
            Thread thread = new Thread(task, "producer-" + next.getAndIncrement());
            thread.setDaemon(true); // A read from standard input cannot be interrupted.
            return thread;
        });
    }

    /**
     * Sends everything and prints the summary.
     *
     * @param monitoring where the run registers what can be observed of it
     * @return {@link ExitCode#FAILED} if a record was not sent
     * @throws FailedException if a producer cannot go on
     * @throws AppException if Kafka refuses this client
     */
    int run(Monitoring monitoring) throws InterruptedException, IOException {
        try {
            start();
            observe(monitoring);
            awaitEnd();
        } finally {
            close();
        }
        showFailures();
        app.out().println("run " + plan.run() + ": " + results.summary());
        Optional<AppException> refusal = failures.refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        refuseBrokenProducers();
        mentionUnsentData();
        return results.failedCount() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private void start() {
        for (int id = 0; id < plan.producers(); id++) {
            clients.add(ProducerClient.open(kafka, plan, id));
        }
        SplittableRandom random = plan.seed() == null ? new SplittableRandom() : new SplittableRandom(plan.seed());
        for (int id = 0; id < plan.producers(); id++) {
            producers.add(threads.submit(
                    new EventProducer(id, plan, clients.get(id), random.split(), app.stop(), results, failures)));
        }
    }

    private void observe(Monitoring monitoring) {
        monitoring.counter("kstash.producer.records.sent", "Records that Kafka has acknowledged", results::sent);
        monitoring.counter("kstash.producer.records.failed", "Records that were not sent", results::failedCount);
        monitoring.gauge("kstash.producer.records.in.flight", "Records without an answer yet", results::inFlight);
        clients.forEach(client -> monitoring.bind(() -> new KafkaClientMetrics(client)));
    }

    /** How the run is. */
    Health health() {
        return new Health(
                app.stop().isRequested() ? Health.Status.STOPPING : Health.Status.READY,
                Map.of(
                        "run", plan.run().toString(),
                        "topic", plan.topic(),
                        "sent", results.sent(),
                        "failed", results.failedCount()));
    }

    private void awaitEnd() throws InterruptedException {
        while (!isEverythingAnswered()
                && failures.refusal().isEmpty()
                && !app.stop().await(TICK)) {
            showFailures();
            status.show(progress());
        }
    }

    private boolean isEverythingAnswered() {
        return producers.stream().allMatch(Future::isDone) && results.inFlight() == 0;
    }

    private String progress() {
        String total = plan.count() == 0 ? "" : " of " + plan.producers() * plan.count();
        String text = "sent %d%s, %.1f/s".formatted(results.sent(), total, results.perSecond());
        Duration silence = answers.silence();
        return silence.compareTo(SILENCE) < 0
                ? text
                : text + ", Kafka has not answered for " + silence.toSeconds() + " s, still trying";
    }

    private void showFailures() {
        failures.takeReports().forEach(status::message);
    }

    private void close() throws InterruptedException {
        status.clear();
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + FLUSH_LIMIT.toNanos();
        for (KafkaProducer<byte[], byte[]> client : clients) {
            client.close(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private void refuseBrokenProducers() throws InterruptedException {
        for (Future<@Nullable Void> producer : producers) {
            if (producer.isDone()) {
                try {
                    producer.get();
                } catch (ExecutionException e) {
                    Throwable cause = Objects.requireNonNull(e.getCause());
                    throw new FailedException("A producer could not go on: " + cause.getMessage(), cause);
                }
            }
        }
    }

    private void mentionUnsentData() throws IOException {
        if (!app.stop().isRequested() && plan.payload().hasMore()) {
            status.message("The payload holds more lines than were sent: --count 0 sends all of them");
        }
    }
}
