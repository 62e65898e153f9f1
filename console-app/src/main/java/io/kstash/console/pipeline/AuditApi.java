package io.kstash.console.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.kstash.app.KafkaClientSettings;
import io.kstash.console.web.Api;
import io.kstash.console.web.ApiException;
import io.kstash.console.web.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/audit}: what {@code scripts/consumer audit} finds, by a process of its own. Answers at once, with what is known;
 * an audit begins when somebody asks and the latest is not new any more.
 */
public final class AuditApi implements Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int LAST_THAT_IS_A_VERDICT = 1;
    /** An audit reads all topics, so that it is not done again before this many times as long has passed. */
    private static final int REST = 10;

    private static final Duration SHORTEST_REST = Duration.ofSeconds(10);

    private final OtherApps apps;
    private final Path pipeline;
    private final ExecutorService auditor = Executors.newSingleThreadExecutor(AuditApi::thread);
    private Answer known = new Answer(false, null, null);
    private long restUntilNanos = System.nanoTime();

    /**
     * What is known.
     *
     * @param running whether an audit is under way
     * @param verdict the latest; null as long as there is none
     * @param failure why the latest audit came to no verdict; null if it did
     */
    private record Answer(
            boolean running,
            @Nullable Verdict verdict,
            @Nullable String failure) {}

    /**
     * What an audit found.
     *
     * @param asOf when it began, in milliseconds since the epoch: it is about what was committed then
     * @param tookMillis how long it took
     * @param report its JSON
     */
    private record Verdict(long asOf, long tookMillis, JsonNode report) {}

    /**
     * Audits of a pipeline.
     *
     * @param scripts the folder of the launchers
     * @param pipeline the pipeline's file or folder
     */
    public AuditApi(Path scripts, Path pipeline, KafkaClientSettings kafka) {
        this.apps = new OtherApps(scripts, kafka);
        this.pipeline = pipeline;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "audit");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/audit", context -> Json.answer(context, answer()));
    }

    private synchronized Answer answer() {
        if (!known.running() && System.nanoTime() - restUntilNanos >= 0) {
            known = new Answer(true, known.verdict(), known.failure());
            auditor.execute(this::audit);
        }
        return known;
    }

    private void audit() {
        long asOf = System.currentTimeMillis();
        long start = System.nanoTime();
        try {
            JsonNode report = report();
            long took = System.nanoTime() - start;
            rest(new Answer(false, new Verdict(asOf, Duration.ofNanos(took).toMillis(), report), null), REST * took);
        } catch (RuntimeException failure) {
            rest(new Answer(false, known().verdict(), failure.getMessage()), 0);
        }
    }

    private synchronized Answer known() {
        return known;
    }

    private synchronized void rest(Answer found, long nanos) {
        known = found;
        restUntilNanos = System.nanoTime() + Math.max(nanos, SHORTEST_REST.toNanos());
    }

    private JsonNode report() {
        OtherApps.Result result = apps.run(LIMIT, "consumer", "audit", "-f", pipeline.toString(), "--json");
        if (result.exitCode() > LAST_THAT_IS_A_VERDICT || result.out().isBlank()) {
            throw ApiException.unavailable(result.err().strip());
        }
        try {
            return JSON.readTree(result.out());
        } catch (JsonProcessingException e) {
            throw ApiException.unavailable("The audit's answer is not understood", e);
        }
    }

    /** Ends an audit that is under way. */
    @Override
    public void close() {
        auditor.shutdownNow();
    }
}
