package io.kstash.engine.plan;

import io.kstash.plugin.Codec;
import io.kstash.plugin.Filter;
import io.kstash.plugin.PluginFactory;
import java.util.List;

/**
 * The plugins that a pipeline can name.
 *
 * @param <I> what an input is for the host
 * @param <O> what an output is for the host
 */
public record PluginCatalog<I, O>(
        List<PluginFactory<I>> inputs,
        List<PluginFactory<Filter>> filters,
        List<PluginFactory<O>> outputs,
        List<PluginFactory<Codec>> codecs) {
    public PluginCatalog {
        inputs = List.copyOf(inputs);
        filters = List.copyOf(filters);
        outputs = List.copyOf(outputs);
        codecs = List.copyOf(codecs);
    }
}
