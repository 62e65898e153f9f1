package io.kstash.benchmarks.kafka;

import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.TopicCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The topics of the benchmarks, each of one partition. Thread-safe. */
public final class Topics implements AutoCloseable {
    private static final int PARTITION = 0;

    private final String bootstrapServers;
    private final Admin admin;

    public Topics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(KafkaClientSettings.of(bootstrapServers).admin());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The one partition of a topic. */
    public static TopicPartition partition(String topic) {
        return new TopicPartition(topic, PARTITION);
    }

    /** Creates it, empty. */
    public void create(String topic) throws InterruptedException {
        NewTopic wanted = new NewTopic(topic, Optional.of(1), Optional.empty());
        try {
            new TopicCreator(admin).create(wanted);
        } catch (ExecutionException e) {
            throw new FailedException("Kafka could not create " + topic + ": " + e.getMessage(), e);
        }
    }

    /** The offset after the last committed record; offsets count the marks of transactions, too. */
    public long end(String topic) throws InterruptedException {
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return get(
                        "read the end of " + topic,
                        admin.listOffsets(Map.of(partition(topic), OffsetSpec.latest()), committed)
                                .partitionResult(partition(topic)))
                .offset();
    }

    /** How many committed records there are; reads all of them. */
    public long count(String topic) throws InterruptedException {
        long end = end(topic);
        long count = 0;
        try (Consumer<byte[], byte[]> consumer = TunedClients.consumer(bootstrapServers)) {
            consumer.assign(List.of(partition(topic)));
            consumer.seekToBeginning(List.of(partition(topic)));
            while (consumer.position(partition(topic)) < end) {
                count += consumer.poll(TunedClients.POLL_LIMIT).count();
            }
        }
        return count;
    }

    /** Deletes all topics but these and Kafka's own. */
    public void deleteAllBut(Set<String> kept) throws InterruptedException {
        List<String> others = get("list topics", admin.listTopics().names()).stream()
                .filter(topic -> !kept.contains(topic))
                .toList();
        get("delete topics", admin.deleteTopics(others).all());
    }

    private static <T> T get(String what, KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new FailedException("Kafka could not " + what + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
