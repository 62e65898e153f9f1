package io.kstash.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;

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

    /** Whether a setting of this name says how a client encrypts and who it is. */
    public static boolean isSecurity(String name) {
        return name.startsWith("security.") || name.startsWith("sasl.") || name.startsWith("ssl.");
    }

    /** The same with further settings of the user, which yield to those that are there. */
    public KafkaClientSettings withFallback(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(overrides);
        return new KafkaClientSettings(bootstrapServers, all);
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

    /**
     * What to throw where no client can be made of these settings. It never holds a secret: Kafka's own exception may quote
     * a part of a password that a wrong quotation mark has cut off.
     *
     * @param failure of the client's constructor
     */
    public static UsageException refusal(KafkaException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage());
        if (comesFromJaas(failure)) {
            return new UsageException(
                    "Kafka client settings are wrong: sasl.jaas.config cannot be read. It is one line:"
                            + " a login module, the word required, options such as username=\"NAME\" password=\"SECRET\", and a"
                            + " semicolon");
        }
        return new UsageException("Kafka client settings are wrong: " + reason, failure);
    }

    private static boolean comesFromJaas(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.apache.kafka.common.security.Jaas")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code PLAINTEXT}, {@code SSL}, {@code SASL_PLAINTEXT} or {@code SASL_SSL}. */
    String protocol() {
        return overrides.getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
    }

    /** A setting of the user; empty where there is none. */
    String override(String name) {
        return Objects.requireNonNullElse(overrides.get(name), "");
    }

    /** Without values: among them are passwords. */
    @Override
    public String toString() {
        return "KafkaClientSettings[" + bootstrapServers + ", " + new TreeSet<>(overrides.keySet()) + "]";
    }
}
