package io.kstash.transformer.client;

import io.kstash.app.KafkaClientSettings;
import io.kstash.app.UsageException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Options that are settings of Kafka's own clients under Logstash's names: {@code max_poll_records} is
 * {@code max.poll.records}.
 */
public final class ClientOptions {
    private static final String[] COMMON = {
        "client_id",
        "client_dns_lookup",
        "metadata_max_age_ms",
        "receive_buffer_bytes",
        "reconnect_backoff_ms",
        "request_timeout_ms",
        "retry_backoff_ms",
        "send_buffer_bytes",
        "connections_max_idle_ms",
        "security_protocol",
        "sasl_mechanism",
        "sasl_jaas_config",
        "ssl_truststore_location",
        "ssl_truststore_password",
        "ssl_truststore_type",
        "ssl_keystore_location",
        "ssl_keystore_password",
        "ssl_keystore_type",
        "ssl_key_password",
        "ssl_endpoint_identification_algorithm",
    };

    public static final ClientOptions CONSUMER = of(
            "auto_commit_interval_ms",
            "check_crcs",
            "client_rack",
            "exclude_internal_topics",
            "fetch_max_bytes",
            "fetch_max_wait_ms",
            "fetch_min_bytes",
            "heartbeat_interval_ms",
            "max_partition_fetch_bytes",
            "max_poll_interval_ms",
            "max_poll_records",
            "partition_assignment_strategy",
            "session_timeout_ms");

    public static final ClientOptions PRODUCER =
            of("acks", "batch_size", "buffer_memory", "compression_type", "linger_ms", "max_request_size", "retries");

    private final List<Option<String>> options;

    private ClientOptions(List<Option<String>> options) {
        this.options = options;
    }

    private static ClientOptions of(String... own) {
        return new ClientOptions(Stream.concat(Arrays.stream(own), Arrays.stream(COMMON))
                .map(name -> Option.optional(
                        name,
                        isSecret(name) ? OptionType.SECRET : OptionType.STRING,
                        "Kafka's client setting " + setting(name) + "."))
                .toList());
    }

    public List<Option<String>> options() {
        return options;
    }

    /** The settings that are given, by Kafka's names. */
    public Map<String, String> settings(Options given) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Option<String> option : options) {
            given.find(option).ifPresent(value -> settings.put(setting(option.name()), value));
        }
        return settings;
    }

    /**
     * The security settings of plugins that share a cluster, and so all clients.
     *
     * @param plugins what each plugin gives, by Kafka's names
     * @throws UsageException where two of them differ; it names the option, not the values
     */
    public static Map<String, String> security(Collection<Map<String, String>> plugins) {
        Map<String, String> security = new LinkedHashMap<>();
        for (Map<String, String> given : plugins) {
            given.forEach((name, value) -> {
                if (KafkaClientSettings.isSecurity(name) && !value.equals(security.getOrDefault(name, value))) {
                    throw new UsageException(
                            "The kafka plugins of this pipeline differ in " + name.replace('.', '_')
                                    + ": all of them connect as one user; give them the same, or put it into the --config file");
                }
                if (KafkaClientSettings.isSecurity(name)) {
                    security.put(name, value);
                }
            });
        }
        return security;
    }

    private static boolean isSecret(String option) {
        return option.endsWith("_password") || option.equals("sasl_jaas_config");
    }

    private static String setting(String option) {
        return option.replace('_', '.');
    }
}
