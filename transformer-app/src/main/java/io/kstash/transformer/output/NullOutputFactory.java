package io.kstash.transformer.output;

import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/** {@code null}: takes events and writes nothing. */
public final class NullOutputFactory implements PluginFactory<Output> {
    private static final PluginSpec SPEC = PluginSpec.of(PluginKind.OUTPUT, "null", "Takes events and writes nothing.");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Output create(Options options) {
        return new NullOutput();
    }
}
