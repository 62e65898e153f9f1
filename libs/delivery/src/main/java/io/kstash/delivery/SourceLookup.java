package io.kstash.delivery;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.RetriableException;

/** Asks Kafka what a deliveries topic is. */
final class SourceLookup {
    /** A topic that was created a moment ago is not known to every broker yet. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final long PAUSE_MS = 100;

    private final KafkaClientSettings kafka;
    private final String topic;
    private final String group;

    SourceLookup(KafkaClientSettings kafka, String topic, String group) {
        this.kafka = kafka;
        this.topic = topic;
        this.group = group;
    }

    /**
     * Waits a moment if need be.
     *
     * @throws AppException if Kafka does not say, or the topic does not exist
     */
    DeliverySource find() {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin = Admin.create(kafka.admin())) {
            while (true) {
                try {
                    return ask(admin);
                } catch (RetriableException e) {
                    if (System.nanoTime() - end > 0) {
                        throw failed(e);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    /**
     * Asks once.
     *
     * @throws FailedException if the topic was deleted and created again
     * @throws RetriableException if Kafka does not say now
     */
    void requireSame(DeliverySource source) {
        try (Admin admin = Admin.create(kafka.admin())) {
            if (!ask(admin).equals(source)) {
                throw new FailedException(
                        "Topic " + topic + " was deleted and created again while it was delivered, so"
                                + " that its offsets mean other records. The next start goes on with the new topic, behind what is there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private DeliverySource ask(Admin admin) throws InterruptedException {
        try {
            String cluster = admin.describeCluster().clusterId().get();
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            String topicId = Objects.requireNonNull(found.get(topic)).topicId().toString();
            return new DeliverySource(cluster, topic, topicId, group);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException retriable) {
                throw retriable;
            }
            throw failed(e);
        }
    }

    private AppException failed(Exception failure) {
        Optional<AppException> refusal = KafkaRefusal.of(kafka, "Read").explain(failure, topic);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new FailedException("Kafka does not describe the topic " + topic + ": " + cause.getMessage(), cause);
    }
}
