package io.kstash.transformer.input;

import io.kstash.plugin.Codec;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.client.ClientOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code kafka}: topics as a source of Kafka Streams.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-kafka">Logstash's kafka input</a>
 */
public final class KafkaInputFactory implements PluginFactory<Input> {
    private static final Option<String> BOOTSTRAP_SERVERS = Option.withDefault(
            "bootstrap_servers", OptionType.STRING, "localhost:9092", "The cluster; --bootstrap-server overrides it.");
    private static final Option<List<String>> TOPICS =
            Option.withDefault("topics", OptionType.STRINGS, List.of("logstash"), "The topics to read.");
    private static final Option<String> TOPICS_PATTERN = Option.optional(
            "topics_pattern", OptionType.STRING, "A regular expression of topics to read, instead of topics.");
    private static final Option<String> GROUP_ID = Option.withDefault(
            "group_id",
            OptionType.STRING,
            "logstash",
            "The consumer group, and so the application id of Kafka Streams.");
    private static final Option<String> AUTO_OFFSET_RESET = Option.optional(
            "auto_offset_reset",
            OptionType.oneOf("earliest", "latest", "none"),
            "Where a group without committed offsets starts.");
    private static final Option<Number> CONSUMER_THREADS =
            Option.withDefault("consumer_threads", OptionType.NUMBER, 1L, "How many threads work on the partitions.");
    private static final Option<String> DECORATE_EVENTS = Option.withDefault(
            "decorate_events",
            OptionType.oneOf("none", "basic", "extended", "true", "false"),
            "none",
            "Whether [@metadata][kafka] tells topic, partition, offset, key and timestamp; extended adds the headers.");
    private static final Option<Boolean> ENABLE_AUTO_COMMIT = Option.optional(
            "enable_auto_commit",
            OptionType.BOOLEAN,
            "Accepted; kstash commits offsets with the results, in one transaction.");
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.INPUT_CODEC, "plain", "How a record's value becomes events.");

    private static final PluginSpec SPEC = new PluginSpec(PluginKind.INPUT, "kafka", "Reads topics.", "", options());

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>(List.of(
                BOOTSTRAP_SERVERS,
                TOPICS,
                TOPICS_PATTERN,
                GROUP_ID,
                AUTO_OFFSET_RESET,
                CONSUMER_THREADS,
                DECORATE_EVENTS,
                ENABLE_AUTO_COMMIT,
                CODEC,
                EcsCompatibility.OPTION,
                Option.unsupported("schema_registry_url", "use codec => json, or convert the topic with Kafka Connect"),
                Option.unsupported("isolation_level", "kstash reads committed records only"),
                Option.unsupported(
                        "key_deserializer_class", "keys are bytes here; [@metadata][kafka][key] is their text"),
                Option.unsupported("value_deserializer_class", "the codec decodes the value")));
        options.addAll(ClientOptions.CONSUMER.options());
        return options;
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Input create(Options options) {
        Codec codec = options.get(CODEC);
        return new KafkaInput(
                options.get(BOOTSTRAP_SERVERS),
                options.find(TOPICS_PATTERN).isPresent() ? List.of() : topics(options),
                options.find(TOPICS_PATTERN).map(KafkaInputFactory::pattern),
                options.get(GROUP_ID),
                options.find(AUTO_OFFSET_RESET),
                threads(options.get(CONSUMER_THREADS)),
                codec,
                KafkaMetadata.of(options.get(DECORATE_EVENTS)),
                ClientOptions.CONSUMER.settings(options));
    }

    private static List<String> topics(Options options) {
        List<String> topics = options.get(TOPICS);
        if (topics.isEmpty()) {
            throw new InvalidOptionException(TOPICS, "must name a topic at least");
        }
        return topics;
    }

    private static String pattern(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException invalid) {
            throw new InvalidOptionException(
                    TOPICS_PATTERN, "must be a regular expression: " + invalid.getDescription() + ": " + text);
        }
    }

    private static int threads(Number given) {
        if (given.intValue() < 1) {
            throw new InvalidOptionException(CONSUMER_THREADS, "must be 1 at least, and not " + given);
        }
        return given.intValue();
    }
}
