package io.kstash.transformer.input;

import io.kstash.plugin.Codec;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code stdin}: events from standard input.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-stdin">Logstash's stdin input</a>
 */
public final class StdinInputFactory implements PluginFactory<Input> {
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.INPUT_CODEC, "line", "How the bytes become events.");
    private static final PluginSpec SPEC = PluginSpec.of(
            PluginKind.INPUT, "stdin", "Reads standard input to its end.", CODEC, EcsCompatibility.OPTION);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Input create(Options options) {
        Codec codec = options.get(CODEC).forStream();
        return new StdinInput(codec, EcsCompatibility.isEnabled(options));
    }
}
