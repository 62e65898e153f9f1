package io.kstash.engine.plan;

import io.kstash.plugin.PluginKind;
import java.util.Map;
import java.util.Optional;

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

    private Unsupported() {}

    static Optional<String> alternative(PluginKind kind, String name) {
        Map<String, String> known = switch (kind) {
            case INPUT -> INPUTS;
            case FILTER -> FILTERS;
            case OUTPUT -> OUTPUTS;
            case CODEC -> CODECS;
        };
        return Optional.ofNullable(known.get(name));
    }
}
