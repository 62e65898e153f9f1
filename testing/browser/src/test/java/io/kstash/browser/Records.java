package io.kstash.browser;

import io.kstash.app.TopicCreator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records into topics. */
final class Records implements AutoCloseable {
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    Records(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.request.size", 20_000_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void create(String topic) throws ExecutionException, InterruptedException {
        NewTopic wanted = new NewTopic(topic, 1, (short) 1).configs(Map.of("max.message.bytes", "20000000"));
        new TopicCreator(admin).create(wanted);
    }

    void send(String topic, String value) throws ExecutionException, InterruptedException {
        send(topic, value.getBytes(StandardCharsets.UTF_8));
    }

    void send(String topic, byte[] value) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(topic, 0, null, null, value)).get();
    }

    /** As {@code scripts/producer} sends it. */
    void sendEvent(String topic, int id) throws ExecutionException, InterruptedException {
        send(topic, "{\"producer_id\":0,\"id\":" + id + ",\"timestamp\":1700000000." + (100 + id) + ",\"value\":42}");
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
