package io.kstash.console.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.kstash.app.KafkaClientSettings;
import io.kstash.console.web.Api;
import io.kstash.console.web.ApiException;
import io.kstash.console.web.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code /api/audit}: what {@code scripts/consumer audit} finds, by a process of its own, one at a time. */
public final class AuditApi implements Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int LAST_THAT_IS_A_VERDICT = 1;

    /** An audit reads all topics, so that it is not done again before ten times as long has passed. */
    private static final int REST = 10;

    private final OtherApps apps;
    private final Path pipeline;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable Verdict latest;

    /** What was found, and until when it is new enough. */
    private record Verdict(JsonNode report, long at, long freshUntilNanos) {}

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

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/audit", this::answer);
    }

    private void answer(Context context) {
        Verdict known = latest;
        if (known != null && System.nanoTime() < known.freshUntilNanos()) {
            answer(context, known);
        } else if (running.tryLock()) {
            try {
                Verdict found = audit();
                latest = found;
                answer(context, found);
            } finally {
                running.unlock();
            }
        } else if (known != null) {
            answer(context, known);
        } else {
            throw ApiException.unavailable("The audit is running");
        }
    }

    private static void answer(Context context, Verdict verdict) {
        Json.answer(context, Map.of("at", verdict.at(), "report", verdict.report()));
    }

    private Verdict audit() {
        long start = System.nanoTime();
        OtherApps.Result result = apps.run(LIMIT, "consumer", "audit", "-f", pipeline.toString(), "--json");
        if (result.exitCode() > LAST_THAT_IS_A_VERDICT || result.out().isBlank()) {
            throw ApiException.unavailable(result.err().strip());
        }
        try {
            long end = System.nanoTime();
            return new Verdict(JSON.readTree(result.out()), System.currentTimeMillis(), end + REST * (end - start));
        } catch (JsonProcessingException e) {
            throw ApiException.unavailable("The audit's answer is not understood", e);
        }
    }
}
