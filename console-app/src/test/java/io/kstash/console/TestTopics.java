package io.kstash.console;

import io.kstash.app.TopicCreator;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes topics with records for tests. */
final class TestTopics implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    TestTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.producer = producer(Map.of());
    }

    Admin admin() {
        return admin;
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("max.request.size", 20_000_000);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A topic of a name that no other test uses. */
    String create(int partitions, Map<String, String> settings) throws ExecutionException, InterruptedException {
        String name = "topic-" + MADE.incrementAndGet();
        Map<String, String> all = new HashMap<>(settings);
        all.put("retention.ms", "-1"); // Kafka deletes what is old, and tests choose the time of their records.
        new TopicCreator(admin).create(new NewTopic(name, partitions, (short) 1).configs(all));
        return name;
    }

    /** Sends a value and waits until it is there. */
    void send(String topic, int partition, long timestamp, byte[] value)
            throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, partition, timestamp, null, value))
                .get();
    }

    void send(String topic, int partition, long timestamp, String value)
            throws ExecutionException, InterruptedException {
        send(topic, partition, timestamp, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
