package io.kstash.engine.plan;

import io.kstash.plugin.PluginKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plugins of Logstash that kstash refuses, each with what to do instead. */
final class Unsupported {
    private static final Map<String, String> FILTERS = Map.of(
            "ruby", "kstash runs no Ruby; use mutate and conditionals, or a Kafka Streams application of your own",
            "aggregate", "aggregate with Kafka Streams or a table in your database",
            "metrics", "read the counters that kstash serves with --http-port",
            "sleep", "a limit on the rate belongs to the producer: see its --rate",
            "elapsed", "compare timestamps where the data is queried");
    private static final Map<String, String> INPUTS = Map.of(
            "beats", "let Filebeat write to Kafka (output.kafka) and read the topic with the kafka input",
            "http", "send to a topic, and read it with the kafka input",
            "tcp", "send to a topic, and read it with the kafka input",
            "udp", "send to a topic, and read it with the kafka input",
            "syslog", "let rsyslog write to Kafka (omkafka) and read the topic with the kafka input",
            "jdbc", "let Kafka Connect write to Kafka, and read the topic with the kafka input");
    private static final Map<String, String> OUTPUTS = Map.of(
            "elasticsearch", "write to a topic, and let Kafka Connect's Elasticsearch sink read it",
            "s3", "write to a topic, and let Kafka Connect's S3 sink read it",
            "http", "write to a topic, and let Kafka Connect's HTTP sink read it");
    private static final Map<String, String> CODECS = Map.of(
            "avro", "use codec => json, or convert the topic with Kafka Connect",
            "multiline", "join the lines before they are sent to the topic",
            "protobuf", "use codec => json, or convert the topic with Kafka Connect");

    /** What Logstash 9 brings along, and kstash does not have. */
    private static final Map<PluginKind, Set<String>> BUNDLED = Map.of(
            PluginKind.FILTER,
            Set.of("dns", "elasticsearch", "http", "jdbc_static", "jdbc_streaming", "memcached"),
            PluginKind.INPUT,
            Set.of(
                    "azure_event_hubs",
                    "couchdb_changes",
                    "dead_letter_queue",
                    "elastic_agent",
                    "elastic_serverless_forwarder",
                    "elasticsearch",
                    "exec",
                    "ganglia",
                    "gelf",
                    "graphite",
                    "heartbeat",
                    "http_poller",
                    "jms",
                    "logstash",
                    "pipe",
                    "rabbitmq",
                    "redis",
                    "s3",
                    "snmp",
                    "snmptrap",
                    "sqs",
                    "twitter",
                    "unix"),
            PluginKind.OUTPUT,
            Set.of(
                    "cloudwatch",
                    "csv",
                    "email",
                    "graphite",
                    "jdbc",
                    "lumberjack",
                    "logstash",
                    "nagios",
                    "pipe",
                    "rabbitmq",
                    "redis",
                    "sns",
                    "sqs",
                    "tcp",
                    "udp",
                    "webhdfs"),
            PluginKind.CODEC,
            Set.of(
                    "cef",
                    "collectd",
                    "csv",
                    "edn",
                    "edn_lines",
                    "es_bulk",
                    "fluent",
                    "graphite",
                    "msgpack",
                    "netflow"));

    private Unsupported() {}

    static Optional<String> alternative(PluginKind kind, String name) {
        Map<String, String> known = switch (kind) {
            case INPUT -> INPUTS;
            case FILTER -> FILTERS;
            case OUTPUT -> OUTPUTS;
            case CODEC -> CODECS;
        };
        return Optional.ofNullable(known.get(name))
                .or(() -> Optional.of("Logstash has it, kstash does not; docs/from-logstash.md has the list")
                        .filter(any -> BUNDLED.getOrDefault(kind, Set.of()).contains(name)));
    }
}
