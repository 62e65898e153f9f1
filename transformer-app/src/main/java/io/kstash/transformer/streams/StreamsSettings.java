package io.kstash.transformer.streams;

import io.kstash.app.KafkaClientSettings;
import io.kstash.transformer.input.KafkaInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams for a group of inputs: exactly once, batches for throughput, a quick restart. */
final class StreamsSettings {
    private static final int SOCKET_BUFFER = 1024 * 1024;

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // Events are small and come in floods: larger, compressed batches halve the work of client and broker.
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024),
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 10),
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4"),
            // The size of a record is checked against its topic, so that one too large becomes a dead letter.
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 64 * 1024 * 1024),
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 64L * 1024 * 1024),
            Map.entry(StreamsConfig.producerPrefix(ProducerConfig.SEND_BUFFER_CONFIG), SOCKET_BUFFER),
            Map.entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.RECEIVE_BUFFER_CONFIG), SOCKET_BUFFER),
            Map.entry(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * 1024 * 1024),
            Map.entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 4_000),
            // Bundles of records. What is read beyond them waits in the consumer, which fetches ahead all the same.
            Map.entry(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 100),
            // With the identity that survives a restart, this is how long the death of an instance goes unnoticed.
            Map.entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000),
            Map.entry(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000),
            // Once running, an app keeps trying while Kafka is away.
            Map.entry(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Long.MAX_VALUE),
            Map.entry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2));

    private StreamsSettings() {}

    /** For inputs of one group; what the pipeline and the user say wins over the defaults, but not over what must be. */
    static Properties of(
            KafkaClientSettings client, List<KafkaInput> inputs, Map<String, String> producer, InstanceIdentity who) {
        Map<String, Object> settings = new HashMap<>(DEFAULTS);
        inputs.forEach(input -> putOwn(settings, input.clientSettings(), StreamsConfig::mainConsumerPrefix));
        putOwn(settings, producer, StreamsConfig::producerPrefix);
        Properties properties = client.with(settings);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, inputs.get(0).groupId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, who.stateFolder().toString());
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, who.id());
        // The other protocol has a consumer of its own, which knows neither bundles nor identities.
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads(inputs));
        return properties;
    }

    /** What concerns one kind of client; security concerns all of them, and is among the client's settings already. */
    private static void putOwn(
            Map<String, Object> settings, Map<String, String> given, UnaryOperator<String> prefixed) {
        given.forEach((name, value) -> {
            if (!KafkaClientSettings.isSecurity(name)) {
                settings.put(prefixed.apply(name), value);
            }
        });
    }

    private static int threads(List<KafkaInput> inputs) {
        return inputs.stream().mapToInt(KafkaInput::threads).max().orElse(1);
    }
}
