package io.kstash.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A deliveries topic, and the transactions that a transformer would write to it. */
public final class DeliveriesTopic implements AutoCloseable {
    private final String name;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    public DeliveriesTopic(String bootstrapServers, String name) {
        this.name = name;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", name, "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Creates it, and gets ready to write to it. */
    public DeliveriesTopic create(int partitions) {
        createTopic(partitions);
        producer.initTransactions();
        return this;
    }

    public void createTopic(int partitions) {
        join(admin.createTopics(List.of(new NewTopic(name, Optional.of(partitions), Optional.empty())))
                .all());
    }

    public void deleteTopic() {
        join(admin.deleteTopics(List.of(name)).all());
    }

    public void begin() {
        producer.beginTransaction();
    }

    /** A record without a path. */
    public void send(int partition, String output, String line) {
        send(partition, output, Optional.empty(), line);
    }

    public void send(int partition, String output, Optional<String> path, String line) {
        ProducerRecord<byte[], byte[]> delivery = new ProducerRecord<>(name, partition, null, bytes(line + "\n"));
        delivery.headers().add(DeliveryHeaders.OUTPUT, bytes(output));
        path.ifPresent(text -> delivery.headers().add(DeliveryHeaders.PATH, bytes(text)));
        Future<RecordMetadata> unused = producer.send(delivery); // The commit tells if it failed.
    }

    public void commit() {
        producer.commitTransaction();
    }

    public void abort() {
        producer.flush();
        producer.abortTransaction();
    }

    /** One transaction. */
    public void commit(int partition, String output, String... lines) {
        begin();
        for (String line : lines) {
            send(partition, output, line);
        }
        commit();
    }

    /** As retention does. */
    public void deleteBelow(int partition, long offset) {
        join(admin.deleteRecords(Map.of(new TopicPartition(name, partition), RecordsToDelete.beforeOffset(offset)))
                .all());
    }

    /** The first offset that a partition still has. */
    public long oldest(int partition) {
        TopicPartition asked = new TopicPartition(name, partition);
        return join(admin.listOffsets(Map.of(asked, OffsetSpec.earliest())).partitionResult(asked))
                .offset();
    }

    /** The committed offset of each partition. */
    public Map<Integer, Long> committed(String group) {
        Map<Integer, Long> offsets = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> known =
                join(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        known.forEach((partition, offset) -> offsets.put(partition.partition(), offset.offset()));
        return offsets;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
