package io.kstash.transformer.trace;

import io.kstash.app.CommittedConsumer;
import io.kstash.app.KafkaClientSettings;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Makes Kafka's client for looking at records here and there: in no group, in small pieces. */
final class TraceConsumer {
    private static final int MAX_POLL_RECORDS = 100;
    private static final int FETCH_BYTES = 256 * 1024;
    private static final int FETCH_WAIT_MS = 20;

    private TraceConsumer() {}

    static Consumer<byte[], byte[]> open(KafkaClientSettings kafka) {
        return CommittedConsumer.open(
                kafka,
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG, "kstash-explain",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES),
                Map.of(
                        // Who waits at the end of a partition holds up all others, also the end of the client.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        FETCH_WAIT_MS,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none"));
    }
}
