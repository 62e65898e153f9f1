package io.kstash.console.pipeline;

import io.javalin.config.RoutesConfig;
import io.kstash.console.groups.GroupCatalog;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import io.kstash.console.web.LiveFeed;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/pipeline}: what flows, now and as it moves. */
public final class PipelineApi implements Api {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineApi.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final Duration FEED_PERIOD = Duration.ofSeconds(1);

    private final Timer clock = new Timer("flow", true);
    private final Optional<FlowWatch> watch;
    private final Supplier<FlowPicture> picture;
    private final LiveFeed feed;

    /** @param transformer where one tells of itself; without it there is nothing to show */
    public PipelineApi(Optional<URI> transformer, KafkaAccess kafka, GroupCatalog groups) {
        this.watch = transformer.map(address -> new FlowWatch(new Transformers(address), kafka, groups));
        watch.ifPresent(this::watch);
        this.picture = () -> watch.map(FlowWatch::picture).orElse(FlowPicture.NONE);
        this.feed = new LiveFeed("pipeline", FEED_PERIOD, picture);
    }

    /** How many records wait for the pipeline, whether or not it runs; 0 where that is not known. */
    public long lag() {
        return watch.map(FlowWatch::lag).orElse(0L);
    }

    /** It is always watched, so that who opens the page sees the minutes before. */
    private void watch(FlowWatch watch) {
        clock.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            watch.look();
                        } catch (KafkaException notNow) {
                            LOG.debug("Nothing seen of the flow", notNow);
                        }
                    }
                },
                0,
                PERIOD.toMillis());
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/pipeline", context -> Json.answer(context, picture.get()));
        routes.sse("/api/live/pipeline", feed::add);
    }

    @Override
    public void close() {
        clock.cancel();
        feed.close();
    }
}
