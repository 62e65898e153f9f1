package io.kstash.transformer.trace;

import io.kstash.app.KafkaClientSettings;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka's client for looking at records here and there: in no group, in small pieces, what was committed. */
final class TraceConsumer {
    private static final int MAX_POLL_RECORDS = 100;
    private static final int FETCH_BYTES = 256 * 1024;
    private static final int FETCH_WAIT_MS = 20;

    private TraceConsumer() {}

    static Consumer<byte[], byte[]> open(KafkaClientSettings kafka) {
        Properties properties = kafka.with(Map.of(
                ConsumerConfig.CLIENT_ID_CONFIG, "kstash-explain",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES));
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // A request that waits for records at the end of a partition holds up all others, also the end of the client.
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }
}
