package io.kstash.consumer;

import io.kstash.app.KafkaClientSettings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka's client: reads only what was committed, commits only when told to, and creates no topic. */
final class ConsumerClient {
    /** So many records share one flush and one commit. */
    private static final int MAX_POLL_RECORDS = 5_000;

    /** How soon partitions that were added to the topic are found. */
    private static final int METADATA_MAX_AGE_MS = 5_000;

    private ConsumerClient() {}

    /** @throws io.kstash.app.UsageException if the user's own client settings do not fit */
    static Consumer<byte[], byte[]> open(KafkaClientSettings kafka, String group) {
        Properties properties = kafka.with(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "kstash-consumer",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }
}
