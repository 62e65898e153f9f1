package io.kstash.console;

import io.javalin.config.RoutesConfig;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import java.util.Map;

/**
 * {@code /api/about}: what the page looks at.
 *
 * @param transformer whether a transformer tells of itself
 * @param pipeline whether the pipeline's file is known, so that records can be followed
 */
record AboutApi(String bootstrapServers, boolean transformer, boolean pipeline) implements Api {
    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/api/about",
                context -> Json.answer(
                        context,
                        Map.of(
                                "bootstrapServers", bootstrapServers,
                                "transformer", transformer,
                                "pipeline", pipeline)));
    }
}
