package io.kstash.transformer.streams;

import io.kstash.app.TopicCreator;
import io.kstash.testing.brokers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What tests do to a Kafka; as a JUnit extension, to the one that all test classes share. */
public final class KafkaFixture implements AutoCloseable, BeforeAllCallback, AfterAllCallback {
    private static final Duration OPEN_TRANSACTION_LIMIT = Duration.ofSeconds(2);

    private String bootstrapServers;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;

    /** For a class to register: connected to {@link TestKafka} before its first test, until its last one. */
    public KafkaFixture() {}

    /** For a Kafka that a test has for itself. */
    KafkaFixture(String bootstrapServers) {
        connect(bootstrapServers);
    }

    private void connect(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", 8 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public void createTopic(String name, int partitions) {
        try {
            new TopicCreator(admin).create(new NewTopic(name, Optional.of(partitions), Optional.empty()));
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Returns when it is gone. */
    public void deleteTopic(String name) {
        get(admin.deleteTopics(List.of(name)).all());
        Awaitility.await().until(() -> !get(admin.listTopics().names()).contains(name));
    }

    /** Sends a record; null is a tombstone. */
    void send(String topic, int partition, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        get(producer.send(new ProducerRecord<>(topic, partition, null, bytes)));
    }

    public void send(ProducerRecord<byte[], byte[]> record) {
        get(producer.send(record));
    }

    /** Sends records in this order and returns when Kafka has them all. */
    public void sendAll(String topic, List<String> values) {
        sendEach(values.stream()
                .map(value -> new ProducerRecord<byte[], byte[]>(topic, value.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    /** The same of whole records. */
    public void sendEach(List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sends =
                records.stream().map(record -> producer.send(record)).toList();
        sends.forEach(KafkaFixture::get);
    }

    /**
     * All committed records of a topic up to now, in the order of partitions and offsets. A transaction that was committed a
     * moment ago is waited for: its markers reach the topic after the producer has its answer.
     */
    public List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "isolation.level",
                        "read_committed",
                        // A request that waits at the end of a partition holds up those for the next one.
                        "fetch.max.wait.ms",
                        20),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            awaitMarkers(consumer, partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                records.addAll(records(consumer, partition));
            }
            return records;
        }
    }

    public List<String> values(String topic) {
        return records(topic).stream().map(ConsumerRecord::value).toList();
    }

    /** Gives up where a transaction stays open: what is behind its begin is not committed then. */
    private void awaitMarkers(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        long giveUp = System.nanoTime() + OPEN_TRANSACTION_LIMIT.toNanos();
        boolean open;
        do {
            Map<TopicPartition, ListOffsetsResultInfo> written =
                    get(admin.listOffsets(latest).all());
            Map<TopicPartition, Long> committed = consumer.endOffsets(partitions);
            open = written.entrySet().stream()
                    .anyMatch(
                            end -> committed.get(end.getKey()) < end.getValue().offset());
        } while (open && System.nanoTime() - giveUp < 0);
    }

    private static List<ConsumerRecord<String, String>> records(
            KafkaConsumer<String, String> consumer, TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return records;
    }

    /** The offset after the last record of a topic of one partition, be it committed or not. */
    long end(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        return get(admin.listOffsets(Map.of(partition, OffsetSpec.latest())).partitionResult(partition))
                .offset();
    }

    /** How many offsets a group has not done in a topic of one partition. */
    public long lag(String group, String topic) {
        OffsetAndMetadata committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .get(new TopicPartition(topic, 0));
        return end(topic) - (committed == null ? 0 : committed.offset());
    }

    /** What {@code kafka-consumer-groups --reset-offsets} does, for partition 0 of a topic. */
    void reset(String group, String topic, long offset) {
        get(admin.alterConsumerGroupOffsets(group, Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all());
    }

    int partitions(String topic) {
        return get(admin.describeTopics(List.of(topic)).allTopicNames())
                .get(topic)
                .partitions()
                .size();
    }

    String setting(String topic, String setting) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return get(admin.describeConfigs(List.of(resource)).all())
                .get(resource)
                .get(setting)
                .value();
    }

    /** Changes a setting of a topic. */
    public void set(String topic, String setting, String value) {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET);
        get(admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                .all());
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        connect(new TestKafka().bootstrapServers());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        // It is null where there is no Kafka to connect to: the class is skipped then.
        if (admin != null) {
            close();
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
