package io.kstash.producer;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes sure that the topic is there, with the wanted partition count if it has to be created. */
final class TopicSetup {
    private final Admin admin;
    private final KafkaClientSettings client;

    /** @param client of whom the admin client is */
    TopicSetup(Admin admin, KafkaClientSettings client) {
        this.admin = admin;
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
        Optional<Integer> existing = allowed("Write", topic, () -> partitions(topic));
        return existing.isPresent()
                ? existing.get()
                : allowed("Create", topic, () -> create(topic, partitionsIfCreated));
    }

    private Optional<Integer> partitions(String topic) throws InterruptedException, ExecutionException {
        try {
            return Optional.of(admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private int create(String topic, int partitions) throws InterruptedException, ExecutionException {
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        try {
            // Not its numPartitions(): that would ask for one more right, to see the topic's settings.
            admin.createTopics(List.of(wanted)).all().get();
            return partitions;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                // Somebody else created it in this moment: it can be described now or very soon.
                return partitions(topic).orElse(partitions);
            }
            throw e;
        }
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
