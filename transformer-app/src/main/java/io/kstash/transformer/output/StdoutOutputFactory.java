package io.kstash.transformer.output;

import io.kstash.plugin.Codec;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code stdout}: prints events.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-stdout">Logstash's stdout
 *     output</a>
 */
public final class StdoutOutputFactory implements PluginFactory<Output> {
    private static final Option<Codec> CODEC =
            Option.withDefault("codec", OptionType.OUTPUT_CODEC, "rubydebug", "How an event becomes bytes.");
    private static final PluginSpec SPEC =
            PluginSpec.of(PluginKind.OUTPUT, "stdout", "Prints to standard output.", CODEC);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Output create(Options options) {
        Codec codec = options.get(CODEC);
        return new StdoutOutput(codec);
    }
}
