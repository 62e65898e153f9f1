package io.kstash.producer;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.TopicCreator;
import io.kstash.app.UsageException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidTopicException;

/** Makes sure that the topic is there, with the wanted partition count if it has to be created. */
final class TopicSetup {
    private final TopicCreator topics;
    private final KafkaClientSettings client;

    /** @param client of whom the admin client is */
    TopicSetup(Admin admin, KafkaClientSettings client) {
        this.topics = new TopicCreator(admin);
        this.client = client;
    }

    /**
     * Creates the topic if it does not exist.
     *
     * @return the partition count that the topic has
     * @throws UsageException if Kafka refuses the name or the count
     * @throws FailedException if Kafka refuses for another reason, for example a missing right
     */
    int ensure(String topic, int partitionsIfCreated) throws InterruptedException {
        Optional<TopicDescription> existing = allowed("Write", topic, () -> topics.find(topic));
        if (existing.isEmpty()) {
            NewTopic wanted = new NewTopic(topic, Optional.of(partitionsIfCreated), Optional.empty());
            return allowed("Create", topic, () -> topics.create(wanted))
                    .partitions()
                    .size();
        }
        // Another producer may have created it a moment ago.
        return allowed("Write", topic, () -> topics.awaitLeaders(existing.get()))
                .partitions()
                .size();
    }

    /** @param operation the right that is lacking if Kafka refuses the request */
    private <T> T allowed(String operation, String topic, Request<T> request) throws InterruptedException {
        try {
            return request.send();
        } catch (ExecutionException e) {
            throw KafkaRefusal.of(client, operation)
                    .explain(e, topic)
                    .map(RuntimeException.class::cast)
                    .orElseGet(() -> explained(topic, e.getCause() == null ? e : e.getCause()));
        }
    }

    private static RuntimeException explained(String topic, Throwable cause) {
        String message = "topic '" + topic + "' cannot be created: " + cause.getMessage();
        if (cause instanceof InvalidTopicException || cause instanceof InvalidPartitionsException) {
            return new UsageException(message, cause);
        }
        return new FailedException(message + " Create it yourself.", cause);
    }

    @FunctionalInterface
    private interface Request<T> {
        T send() throws InterruptedException, ExecutionException;
    }
}
