package io.kstash.transformer.output;

import io.kstash.event.Template;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.client.ClientOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code kafka}: a topic on the cluster of the input, written in the same transaction that commits what was read.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-kafka">Logstash's kafka output</a>
 */
public final class KafkaOutputFactory implements PluginFactory<Output> {
    private static final Option<String> BOOTSTRAP_SERVERS = Option.optional(
            "bootstrap_servers", OptionType.STRING, "The cluster; it must be that of the input, and is by default.");
    private static final Option<String> TOPIC_ID =
            Option.required("topic_id", OptionType.STRING, "The topic; %{…} is filled from the event.");
    private static final Option<String> MESSAGE_KEY = Option.optional(
            "message_key",
            OptionType.STRING,
            "The key; %{…} is filled from the event. Without it a record keeps its source's key and partition.");
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.OUTPUT_CODEC, "plain", "How an event becomes a record's value.");

    private static final PluginSpec SPEC = new PluginSpec(PluginKind.OUTPUT, "kafka", "Writes a topic.", "", options());

    private static List<Option<?>> options() {
        List<Option<?>> options = new ArrayList<>(List.of(
                BOOTSTRAP_SERVERS,
                TOPIC_ID,
                MESSAGE_KEY,
                CODEC,
                Option.unsupported("message_headers", "a record keeps the headers of its source"),
                Option.unsupported("partitioner", "without message_key a record keeps its source's partition"),
                Option.unsupported("key_serializer", "the key is text in UTF-8"),
                Option.unsupported("value_serializer", "the codec makes the value")));
        options.addAll(ClientOptions.PRODUCER.options());
        return options;
    }

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Output create(Options options) {
        Codec codec = options.get(CODEC);
        return new KafkaOutput(
                options.find(BOOTSTRAP_SERVERS),
                Template.of(options.get(TOPIC_ID)),
                options.find(MESSAGE_KEY).map(Template::of),
                codec,
                ClientOptions.PRODUCER.settings(options));
    }
}
