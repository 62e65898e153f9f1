package io.kstash.consumer;

import io.kstash.app.TopicCreator;
import io.kstash.testing.brokers.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A topic for each test of a class, and its consumer group of the same name; a JUnit extension. */
final class TestTopic implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Instant NOON = Instant.parse("2024-11-23T12:00:00Z");
    private static int topicsUsed;

    private String bootstrapServers;
    private Admin admin;
    private KafkaProducer<byte[], byte[]> producer;
    private String name = "";

    @Override
    public void beforeAll(ExtensionContext tests) {
        bootstrapServers = new TestKafka().bootstrapServers();
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = producer(Map.of());
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        name = test.getRequiredTestMethod().getName() + "-" + topicsUsed++;
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        // It is null where there is no Kafka to connect to: the class is skipped then.
        if (admin != null) {
            producer.close();
            admin.close();
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String name() {
        return name;
    }

    void create(int partitions) throws Exception {
        // The timestamps are older than what Kafka keeps by default.
        NewTopic wanted = new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
        new TopicCreator(admin).create(wanted);
    }

    void createWithValues(int partitions, int count) throws Exception {
        create(partitions);
        sendValues(partitions, 0, count);
    }

    /** Record n has the timestamp of 12:00 and n minutes. */
    void sendValues(int partitions, int from, int to) throws Exception {
        for (int n = from; n < to; n++) {
            long timestamp = NOON.plus(Duration.ofMinutes(n)).toEpochMilli();
            producer.send(new ProducerRecord<>(name, n % partitions, timestamp, null, utf8("value " + n)))
                    .get();
        }
    }

    static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "value " + n).toList();
    }

    ProducerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ProducerRecord<>(name, 0, key, value);
    }

    @SafeVarargs
    final void send(ProducerRecord<byte[], byte[]>... records) throws Exception {
        for (ProducerRecord<byte[], byte[]> record : records) {
            producer.send(record).get();
        }
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    boolean exists() throws Exception {
        return admin.listTopics().names().get().contains(name);
    }

    void commit(long offset) throws Exception {
        admin.alterConsumerGroupOffsets(name, Map.of(new TopicPartition(name, 0), new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    /** 0 if the group has not committed. */
    long committed(int partition) throws Exception {
        var offset = admin.listConsumerGroupOffsets(name)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(name, partition));
        return offset == null ? 0 : offset.offset();
    }

    long end(int partition) throws Exception {
        TopicPartition place = new TopicPartition(name, partition);
        return admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                .partitionResult(place)
                .get()
                .offset();
    }

    int members() throws Exception {
        return admin.describeConsumerGroups(List.of(name))
                .describedGroups()
                .get(name)
                .get()
                .members()
                .size();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
