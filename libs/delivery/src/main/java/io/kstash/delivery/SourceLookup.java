package io.kstash.delivery;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private SourceLookup() {}

    /** @throws FailedException if Kafka does not say, or the topic does not exist */
    static DeliverySource find(KafkaClientSettings kafka, String topic, String group) {
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Admin admin = Admin.create(kafka.admin())) {
            while (true) {
                try {
                    return new DeliverySource(
                            admin.describeCluster().clusterId().get(), topic, topicId(admin, topic), group);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > end) {
                        throw failed(topic, e);
                    }
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(topic, e);
        }
    }

    private static String topicId(Admin admin, String topic) throws ExecutionException, InterruptedException {
        Map<String, TopicDescription> found =
                admin.describeTopics(List.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(found.get(topic)).topicId().toString();
    }

    private static FailedException failed(String topic, Exception failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new FailedException("Kafka does not describe the topic " + topic + ": " + cause.getMessage(), cause);
    }
}
