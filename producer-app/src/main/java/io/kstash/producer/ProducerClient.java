package io.kstash.producer;

import io.kstash.app.KafkaClientSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka's client for one producer: acknowledged by all replicas, never doubled by a retry, tuned for the rate. */
final class ProducerClient {
    /** From this rate on, records a second, waiting a little for fuller batches costs less than it saves. */
    private static final long HIGH_RATE = 1000;

    private static final int LINGER_MS = 10;
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int DELIVERY_MS = 120_000;

    private ProducerClient() {}

    /** @throws io.kstash.app.UsageException if the user's own client settings do not fit */
    static KafkaProducer<byte[], byte[]> open(KafkaClientSettings kafka, RunPlan plan, int producerId) {
        Map<String, Object> defaults = new HashMap<>(tuning(plan.rate()));
        defaults.put(ProducerConfig.CLIENT_ID_CONFIG, "kstash-producer-" + producerId);
        defaults.put(ProducerConfig.ACKS_CONFIG, "all");
        defaults.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        // A broker that starts again knows the last batch of each producer only. Of several that it wrote without being
        // able to say so, the client would send the older ones again under a new epoch, and the broker write them
        // twice.
        defaults.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        defaults.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS);
        // A full buffer or unknown leader is waited for as long as an acknowledgement.
        defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MS);
        if (plan.key() == null) {
            // Kafka's default fills a whole batch for one partition first, so that a short run would leave the others
            // empty.
            defaults.put(ProducerConfig.PARTITIONER_CLASS_CONFIG, RoundRobinPartitioner.class.getName());
        }
        Properties properties = kafka.with(defaults);
        try {
            return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw KafkaClientSettings.refusal(e);
        }
    }

    private static Map<String, Object> tuning(Rate rate) {
        return rate.perSecond() < HIGH_RATE
                ? Map.of(ProducerConfig.LINGER_MS_CONFIG, 0)
                : Map.of(
                        ProducerConfig.LINGER_MS_CONFIG, LINGER_MS,
                        ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    }
}
