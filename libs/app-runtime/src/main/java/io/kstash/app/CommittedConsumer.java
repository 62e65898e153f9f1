package io.kstash.app;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes Kafka's client: it reads only what was committed, commits only when told to, and creates no topic. */
public final class CommittedConsumer {
    private CommittedConsumer() {}

    /**
     * Does not connect yet; the caller closes it.
     *
     * @param defaults to which the user's own settings are preferred
     * @param fixed without which the app cannot work; without a group among them the consumer is in none
     * @throws UsageException if the user's own client settings do not fit
     */
    public static Consumer<byte[], byte[]> open(
            KafkaClientSettings kafka, Map<String, ?> defaults, Map<String, ?> fixed) {
        Properties properties = kafka.with(defaults);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.putAll(fixed);
        try {
            return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }
}
