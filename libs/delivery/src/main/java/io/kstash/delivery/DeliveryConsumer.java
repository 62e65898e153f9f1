package io.kstash.delivery;

import io.kstash.app.CommittedConsumer;
import io.kstash.app.KafkaClientSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Makes Kafka's client, which never goes anywhere by itself. */
final class DeliveryConsumer {
    private static final int MAX_POLL_RECORDS = 10_000;
    private static final int MAX_PARTITION_FETCH_BYTES = 4 << 20;

    /** The partitions of a killed process are free after this; the least that brokers accept by default. */
    private static final int SESSION_TIMEOUT_MS = 6_000;

    private static final int HEARTBEAT_MS = 2_000;

    /** How long a broker may hold a fetch back; other requests, such as those of a stop, wait behind it. */
    private static final int FETCH_MAX_WAIT_MS = 100;

    private DeliveryConsumer() {}

    /** @throws io.kstash.app.UsageException if the user's own client settings do not fit */
    static Consumer<byte[], byte[]> open(KafkaClientSettings kafka, String group) {
        return CommittedConsumer.open(
                kafka,
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG, "kstash-delivery",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_PARTITION_FETCH_BYTES,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MS,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS),
                Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"));
    }
}
