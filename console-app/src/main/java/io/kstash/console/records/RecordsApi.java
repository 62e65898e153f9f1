package io.kstash.console.records;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.web.Api;
import io.kstash.console.web.Json;
import io.kstash.console.web.Parameters;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** {@code /api/topics/TOPIC/records}: pages, searches, single records and those that come in. */
public final class RecordsApi implements Api {
    private static final int MOST_TAILS = 16;
    private static final int SHORT_BYTES = 64 * 1024;
    private static final int LONG_BYTES = 1024 * 1024;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(2);
    private static final String RECORD = "/api/topics/{topic}/records/{partition}/{offset}";

    private final KafkaAccess kafka;
    private final RecordPages pages;
    private final SingleRecord records;
    private final ExecutorService tails =
            new ThreadPoolExecutor(0, MOST_TAILS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), RecordsApi::thread);

    public RecordsApi(KafkaAccess kafka) {
        this.kafka = kafka;
        this.pages = new RecordPages(kafka);
        this.records = new SingleRecord(kafka);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tail");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/topics/{topic}/records", context -> Json.answer(context, pages.page(PageQuery.of(context))));
        routes.get(RECORD, this::record);
        routes.get(RECORD + "/value", this::value);
        routes.sse("/api/live/topics/{topic}/records", this::tail);
    }

    private void record(Context context) {
        int most = Parameters.query(context, "all").isPresent() ? LONG_BYTES : SHORT_BYTES;
        Json.answer(context, RecordView.of(find(context), most));
    }

    /** The bytes as they are, to be saved and never shown: they may be a page with a script. */
    private void value(Context context) {
        ConsumerRecord<byte[], byte[]> message = find(context);
        byte[] value = message.value();
        String name = message.topic() + "-" + message.partition() + "-" + message.offset();
        context.contentType("application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".bin\"")
                .result(value == null ? new byte[0] : value);
    }

    private ConsumerRecord<byte[], byte[]> find(Context context) {
        return records.at(
                Parameters.path(context, "topic"),
                Math.toIntExact(Parameters.pathNumber(context, "partition")),
                Parameters.pathNumber(context, "offset"));
    }

    private void tail(SseClient browser) {
        browser.keepAlive();
        try {
            tails.execute(new Tail(kafka, PageQuery.of(browser.ctx()), browser, tails::isShutdown));
        } catch (RejectedExecutionException tooMany) {
            browser.sendEvent("failure", Json.text("More than " + MOST_TAILS + " pages follow topics: close some"));
            browser.close();
        }
    }

    @Override
    public void close() {
        // A thread that is interrupted while it writes to a browser leaves the server in a mess.
        tails.shutdown();
        try {
            if (!tails.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                tails.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
