package io.kstash.benchmarks.kafka;

import io.kstash.app.KafkaClientSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients with settings for throughput: large, compressed batches, nothing that could be left out. */
public final class TunedClients {
    /** How long a poll waits for records. */
    public static final Duration POLL_LIMIT = Duration.ofMillis(100);

    /** A consumer's settings. */
    public static final Map<String, Object> CONSUMER = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024,
            ConsumerConfig.RECEIVE_BUFFER_CONFIG, 1024 * 1024);

    /** A producer's settings; still acknowledged by all replicas. */
    public static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.BATCH_SIZE_CONFIG,
            256 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            10,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BUFFER_MEMORY_CONFIG,
            64L * 1024 * 1024,
            ProducerConfig.SEND_BUFFER_CONFIG,
            1024 * 1024);

    private TunedClients() {}

    /** A consumer of all committed records of a topic, from the beginning; it has no group. */
    public static Consumer<byte[], byte[]> consumer(String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>(CONSUMER);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        Properties properties = KafkaClientSettings.of(bootstrapServers).with(settings);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        return consumer;
    }

    /** A producer. */
    public static Producer<byte[], byte[]> producer(String bootstrapServers) {
        Properties properties = KafkaClientSettings.of(bootstrapServers).with(PRODUCER);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
