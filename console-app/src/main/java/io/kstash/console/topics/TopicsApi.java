package io.kstash.console.topics;

import io.javalin.config.RoutesConfig;
import io.kstash.console.groups.GroupCatalog;
import io.kstash.console.groups.Reader;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import io.kstash.console.web.LiveFeed;
import io.kstash.console.web.Moment;
import io.kstash.console.web.Parameters;
import java.time.Duration;
import java.util.List;

/** {@code /api/topics}: the list, one topic with its readers, and the list as it changes. */
public final class TopicsApi implements Api {
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final TopicCatalog catalog;
    private final GroupCatalog groups;
    private final LiveFeed feed;

    public TopicsApi(KafkaAccess kafka, GroupCatalog groups) {
        this.catalog = new TopicCatalog(kafka.admin());
        this.groups = groups;
        this.feed = new LiveFeed("topics", PERIOD, catalog::list);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/topics", context -> Json.answer(context, catalog.list()));
        routes.get(
                "/api/topics/{topic}",
                context -> Json.answer(context, Moment.now(picture(Parameters.path(context, "topic")))));
        routes.sse("/api/live/topics", feed::add);
    }

    private TopicPicture picture(String topic) {
        List<Reader> readers = groups.readers(topic);
        return new TopicPicture(catalog.details(topic), readers);
    }

    @Override
    public void close() {
        feed.close();
    }
}
