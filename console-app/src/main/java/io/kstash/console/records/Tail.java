package io.kstash.console.records;

import io.javalin.http.sse.SseClient;
import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.web.Json;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a browser what comes into a topic, in batches named {@code records} a few times a second. Of a batch with more records
 * than a page can show, or a person read, the last are sent and the others counted.
 */
final class Tail implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BATCH = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MOST_IN_BATCH = 25;
    private static final int PREVIEW_BYTES = 2_000;

    private final KafkaAccess kafka;
    private final PageQuery query;
    private final SseClient browser;
    private final BooleanSupplier ended;
    private final Deque<RecordView> latest = new ArrayDeque<>();
    private long skipped;

    /**
     * A tail.
     *
     * @param ended whether the console stops
     */
    Tail(KafkaAccess kafka, PageQuery query, SseClient browser, BooleanSupplier ended) {
        this.kafka = kafka;
        this.query = query;
        this.browser = browser;
        this.ended = ended;
    }

    /** What a browser gets at once; the skipped ones came before the records. */
    record Batch(long skipped, List<RecordView> records) {}

    /** Returns when the browser has left, or Kafka fails. */
    @Override
    public void run() {
        try (Consumer<byte[], byte[]> consumer = kafka.consumer(query.isolation())) {
            seekToEnd(consumer);
            browser.sendEvent("ready", "{}");
            follow(consumer);
        } catch (KafkaException failure) {
            LOG.debug("A tail ended", failure);
            browser.sendEvent("failure", Json.text(String.valueOf(failure.getMessage())));
        } finally {
            browser.close();
        }
    }

    private void seekToEnd(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = RecordPages.partitions(consumer, query);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        ends.forEach(consumer::seek);
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Deadline batch = Deadline.in(BATCH);
        Deadline heartbeat = Deadline.in(HEARTBEAT);
        while (!browser.terminated() && !ended.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> message : consumer.poll(POLL)) {
                keep(message);
            }
            if (!latest.isEmpty() && batch.isOver()) {
                browser.sendEvent("records", Json.text(new Batch(skipped, List.copyOf(latest))));
                latest.clear();
                skipped = 0;
                batch = Deadline.in(BATCH);
            }
            if (heartbeat.isOver()) {
                browser.sendComment("still here"); // How a closed connection is noticed where nothing comes in.
                heartbeat = Deadline.in(HEARTBEAT);
            }
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> message) {
        if (!query.filter().test(message)) {
            return;
        }
        latest.add(RecordView.of(message, PREVIEW_BYTES));
        if (latest.size() > MOST_IN_BATCH) {
            latest.removeFirst();
            skipped++;
        }
    }
}
