package io.kstash.console.pipeline;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.kstash.app.KafkaClientSettings;
import io.kstash.console.web.Api;
import io.kstash.console.web.ApiException;
import io.kstash.console.web.Json;
import io.kstash.console.web.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** {@code /api/way}: what the pipeline makes of a record, as {@code scripts/transformer explain} tells it. */
public final class WayApi implements Api {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 2;

    private final OtherApps apps;
    private final Path pipeline;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /**
     * The ways through a pipeline.
     *
     * @param scripts the folder of the launchers
     * @param pipeline the pipeline's file or folder
     */
    public WayApi(Path scripts, Path pipeline, KafkaClientSettings kafka) {
        this.apps = new OtherApps(scripts, kafka);
        this.pipeline = pipeline;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/way/{topic}/{partition}/{offset}", this::way);
    }

    private void way(Context context) {
        String record = Parameters.path(context, "topic") + "/" + Parameters.pathNumber(context, "partition") + "/"
                + Parameters.pathNumber(context, "offset");
        if (!places.tryAcquire()) {
            throw ApiException.unavailable("Other records are being followed: try again in a moment");
        }
        try {
            OtherApps.Result told =
                    apps.run(LIMIT, "transformer", "explain", "-f", pipeline.toString(), "--record", record);
            if (told.exitCode() != 0) {
                throw ApiException.unavailable(told.err().strip());
            }
            Json.answer(context, Map.of("lines", told.out().lines().toList()));
        } finally {
            places.release();
        }
    }
}
