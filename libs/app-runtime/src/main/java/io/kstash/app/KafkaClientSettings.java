package io.kstash.app;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * The settings from which all Kafka clients of an app are made.
 *
 * @param bootstrapServers {@code host:port}, several with commas
 * @param overrides the user's own client settings (TLS, SASL, ...); they win over an app's defaults
 */
public record KafkaClientSettings(String bootstrapServers, Map<String, String> overrides) {
    public KafkaClientSettings {
        overrides = Map.copyOf(overrides);
    }

    /** Settings for a Kafka without TLS and authentication. */
    public static KafkaClientSettings of(String bootstrapServers) {
        return new KafkaClientSettings(bootstrapServers, Map.of());
    }

    /** For an admin client. */
    public Properties admin() {
        return with(Map.of());
    }

    /**
     * For any client, Streams included: the app's defaults, then the user's settings, then the address. What an app cannot
     * work without (serializers, isolation level) it puts into the result.
     */
    public Properties with(Map<String, ?> appDefaults) {
        Properties properties = new Properties();
        // Brokers may ask clients to push metrics to them; nobody reads those, and it costs a request at start.
        properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, "false");
        properties.putAll(appDefaults);
        properties.putAll(overrides);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return properties;
    }
}
