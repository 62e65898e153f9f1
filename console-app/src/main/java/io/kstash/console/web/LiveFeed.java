package io.kstash.console.web;

import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.Queue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A picture of something that moves, sent to all browsers that look at it, as server-sent events named {@code state}, each a
 * {@link Moment}. It is taken only while somebody looks, once for all of them. Thread-safe.
 */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final int MOST_CLIENTS = 64;

    private final Supplier<?> picture;
    private final Queue<SseClient> clients = new ConcurrentLinkedQueue<>();
    private final Timer clock;

    /**
     * A feed.
     *
     * @param name of its thread
     * @param picture a value for {@link Json}
     * @param period how often it is taken
     */
    public LiveFeed(String name, Duration period, Supplier<?> picture) {
        this.picture = picture;
        this.clock = new Timer(name, true);
        clock.schedule(task(), 0, period.toMillis());
    }

    private TimerTask task() {
        return new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        };
    }

    /** Sends the picture at once, and then again and again until the browser leaves. */
    public void add(SseClient client) {
        if (clients.size() >= MOST_CLIENTS) {
            client.sendEvent("failure", Json.text("More than " + MOST_CLIENTS + " pages look at this: close some"));
            client.close();
            return;
        }
        client.keepAlive();
        client.onClose(() -> clients.remove(client));
        clients.add(client);
        clock.schedule(task(), 0);
    }

    private void tick() {
        if (clients.isEmpty()) {
            return;
        }
        String event = "state";
        String body;
        try {
            body = Json.text(Moment.now(picture.get()));
        } catch (RuntimeException failure) {
            // Kafka may be away for a while; the page says so, and the next picture may succeed.
            LOG.debug("No picture", failure);
            event = "failure";
            body = Json.text(String.valueOf(failure.getMessage()));
        }
        for (SseClient client : clients) {
            client.sendEvent(event, body);
        }
    }

    @Override
    public void close() {
        clock.cancel();
        clients.forEach(SseClient::close);
    }
}
