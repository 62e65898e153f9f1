package io.kstash.console.groups;

import io.javalin.config.RoutesConfig;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import io.kstash.console.web.LiveFeed;
import java.time.Duration;

/** {@code /api/groups}: all groups, now and as they move. */
public final class GroupsApi implements Api {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final GroupCatalog catalog;
    private final LiveFeed feed;

    public GroupsApi(GroupCatalog catalog) {
        this.catalog = catalog;
        this.feed = new LiveFeed("groups", PERIOD, catalog::list);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/groups", context -> Json.answer(context, catalog.list()));
        routes.sse("/api/live/groups", feed::add);
    }

    @Override
    public void close() {
        feed.close();
    }
}
