package io.kstash.faults.flow;

import io.kstash.app.TopicCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What the campaign itself asks of Kafka. For one thread. */
public final class KafkaAccess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    /** How long a broker that answers at all may take for the next records. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);

    private final String bootstrapServer;
    private final Admin admin;

    KafkaAccess(String bootstrapServer) {
        this.bootstrapServer = bootstrapServer;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServer));
    }

    /** Where it is, {@code host:port}. */
    public String bootstrapServer() {
        return bootstrapServer;
    }

    void createTopic(String name, int partitions) throws InterruptedException, StuckException {
        try {
            new TopicCreator(admin).create(new NewTopic(name, Optional.of(partitions), Optional.empty()));
        } catch (ExecutionException e) {
            throw new StuckException("Kafka does not create the topic " + name + ": " + e);
        }
    }

    /** How many committed records of a topic a group has not done; empty while Kafka does not say. */
    OptionalLong lag(String group, String topic) throws InterruptedException {
        try {
            Map<TopicPartition, Long> ends = ends(topic);
            Map<TopicPartition, OffsetAndMetadata> committed =
                    answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
            long lag = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                OffsetAndMetadata done = committed.get(end.getKey());
                lag += end.getValue() - (done == null ? 0 : done.offset());
            }
            return OptionalLong.of(lag);
        } catch (ExecutionException | TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Hands over all committed records of a topic, in the order of partitions and offsets.
     *
     * @throws StuckException if Kafka does not give them
     */
    public void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each)
            throws InterruptedException, StuckException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServer, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (Map.Entry<TopicPartition, Long> end : ends(topic).entrySet()) {
                List<TopicPartition> partition = List.of(end.getKey());
                consumer.assign(partition);
                consumer.seekToBeginning(partition);
                readTo(end.getKey(), end.getValue(), consumer, each);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new StuckException("Kafka does not give the records of " + topic + ": " + e);
        }
    }

    private static void readTo(
            TopicPartition partition,
            long end,
            KafkaConsumer<byte[], byte[]> consumer,
            Consumer<ConsumerRecord<byte[], byte[]>> each)
            throws TimeoutException {
        long lastNanos = System.nanoTime();
        while (consumer.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
            records.forEach(each);
            if (!records.isEmpty()) {
                lastNanos = System.nanoTime();
            } else if (System.nanoTime() - lastNanos > READ_LIMIT.toNanos()) {
                throw new TimeoutException(partition + " up to " + end + ": nothing more comes");
            }
        }
    }

    private Map<TopicPartition, Long> ends(String topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<TopicPartition> partitions = new ArrayList<>();
        answer(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .forEach(found -> found.partitions()
                        .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static <T> T answer(KafkaFuture<T> question)
            throws InterruptedException, ExecutionException, TimeoutException {
        return question.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
