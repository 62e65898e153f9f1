package io.kstash.transformer.input;

import io.kstash.plugin.Codec;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;

/**
 * {@code generator}: the same events over and over, to try a pipeline.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-generator">Logstash's generator
 *     input</a>
 */
public final class GeneratorInputFactory implements PluginFactory<Input> {
    private static final Option<String> MESSAGE =
            Option.withDefault("message", OptionType.STRING, "Hello world!", "The payload of each event.");
    private static final Option<List<String>> LINES =
            Option.optional("lines", OptionType.STRINGS, "Payloads to repeat in this order, instead of message.");
    private static final Option<Number> COUNT = Option.withDefault(
            "count", OptionType.NUMBER, 0L, "How often the message, or all lines, are repeated; 0 is without end.");
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.INPUT_CODEC, "plain", "How a payload becomes events.");
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.INPUT,
            "generator",
            "Repeats events, to try a pipeline.",
            MESSAGE,
            LINES,
            COUNT,
            CODEC,
            EcsCompatibility.OPTION,
            Option.unsupported("threads", "one thread keeps the events in order"));

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Input create(Options options) {
        Codec codec = options.get(CODEC);
        return new GeneratorInput(
                options.find(LINES).orElseGet(() -> List.of(options.get(MESSAGE))),
                options.get(COUNT).longValue(),
                codec,
                EcsCompatibility.isEnabled(options));
    }
}
