package io.kstash.consumer;

import io.kstash.app.CommittedConsumer;
import io.kstash.app.KafkaClientSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Makes Kafka's client for a member of a group. */
final class ConsumerClient {
    /** So many records share one flush and one commit. */
    private static final int MAX_POLL_RECORDS = 5_000;

    /** How soon partitions that were added to the topic are found. */
    private static final int METADATA_MAX_AGE_MS = 5_000;

    private ConsumerClient() {}

    /** @throws io.kstash.app.UsageException if the user's own client settings do not fit */
    static Consumer<byte[], byte[]> open(KafkaClientSettings kafka, String group) {
        return CommittedConsumer.open(
                kafka,
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG, "kstash-consumer",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS),
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"));
    }
}
