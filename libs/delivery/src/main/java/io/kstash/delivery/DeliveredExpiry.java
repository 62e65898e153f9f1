package io.kstash.delivery;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes from a deliveries topic what was delivered and is old, now and then. Kafka's own retention would delete by age
 * alone, also what a full disk still holds up; so the topic has none.
 *
 * <p>It has its own thread. Where Kafka refuses the deletion it says so once, and the topic grows.
 */
public final class DeliveredExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveredExpiry.class);
    private static final Duration TICK = Duration.ofMillis(500);

    /** So many times within the time for which records are kept. */
    private static final int ROUNDS = 100;

    private final KafkaClientSettings kafka;
    private final String topic;
    private final Duration keep;
    private final Supplier<Map<TopicPartition, Long>> delivered;
    private final Consumer<String> warnings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(DeliveredExpiry::daemon);
    private long nextNanos = System.nanoTime();
    private boolean told;

    private DeliveredExpiry(
            KafkaClientSettings kafka,
            String topic,
            Duration keep,
            Supplier<Map<TopicPartition, Long>> delivered,
            Consumer<String> warnings) {
        this.kafka = kafka;
        this.topic = topic;
        this.keep = keep;
        this.delivered = delivered;
        this.warnings = warnings;
    }

    /**
     * Starts.
     *
     * @param keep how long what was delivered is kept, counted from when it came to the topic
     * @param delivered see {@link Delivery#delivered}; asked by another thread
     * @param warnings takes messages for people, in another thread
     */
    public static DeliveredExpiry start(
            KafkaClientSettings kafka,
            String topic,
            Duration keep,
            Supplier<Map<TopicPartition, Long>> delivered,
            Consumer<String> warnings) {
        DeliveredExpiry expiry = new DeliveredExpiry(kafka, topic, keep, delivered, warnings);
        Future<?> unused =
                expiry.thread.scheduleWithFixedDelay(expiry::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
        return expiry;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "delivered-expiry");
        thread.setDaemon(true);
        return thread;
    }

    /** A partition that was given to this process a moment ago is not kept waiting for a round. */
    private void tick() {
        Map<TopicPartition, Long> done = delivered.get();
        if (!done.isEmpty() && System.nanoTime() - nextNanos >= 0) {
            deleteOldOf(done);
            nextNanos = System.nanoTime() + keep.toNanos() / ROUNDS;
        }
    }

    private void deleteOldOf(Map<TopicPartition, Long> done) {
        Admin admin = Admin.create(kafka.admin());
        try {
            admin.deleteRecords(oldOf(done, admin)).all().get();
            told = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            tell(failed.getCause() == null ? failed : failed.getCause());
        } catch (KafkaException failed) {
            tell(failed);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Also where there is nothing to delete, so that a right that is missing is noticed at once. */
    private Map<TopicPartition, RecordsToDelete> oldOf(Map<TopicPartition, Long> done, Admin admin)
            throws InterruptedException, ExecutionException {
        OffsetSpec young = OffsetSpec.forTimestamp(System.currentTimeMillis() - keep.toMillis());
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        done.keySet().forEach(partition -> question.put(partition, young));
        Map<TopicPartition, ListOffsetsResultInfo> firstYoung =
                admin.listOffsets(question).all().get();
        Map<TopicPartition, RecordsToDelete> old = new HashMap<>();
        firstYoung.forEach((partition, first) -> {
            long end = done.getOrDefault(partition, 0L);
            old.put(partition, RecordsToDelete.beforeOffset(first.offset() < 0 ? end : Math.min(first.offset(), end)));
        });
        return old;
    }

    private void tell(Throwable failure) {
        if (failure instanceof RetriableException || told) {
            LOG.debug("Nothing deleted from {}", topic, failure);
            return;
        }
        told = true;
        String why = KafkaRefusal.of(kafka, "Delete")
                .explain(failure, topic)
                .map(Throwable::getMessage)
                .orElseGet(() -> "Kafka does not delete records: " + failure.getMessage());
        warnings.accept("Warning: " + why + ". Until then topic " + topic + " grows: what was delivered stays in it");
    }

    /** Does not wait for a round that is under way. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
