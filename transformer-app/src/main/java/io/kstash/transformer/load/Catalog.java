package io.kstash.transformer.load;

import io.kstash.codecs.Codecs;
import io.kstash.engine.plan.PipelinePlanner;
import io.kstash.engine.plan.PluginCatalog;
import io.kstash.filters.Filters;
import io.kstash.plugin.Option;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import io.kstash.transformer.input.FileInputFactory;
import io.kstash.transformer.input.GeneratorInputFactory;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInputFactory;
import io.kstash.transformer.input.StdinInputFactory;
import io.kstash.transformer.output.FileOutputFactory;
import io.kstash.transformer.output.KafkaOutputFactory;
import io.kstash.transformer.output.NullOutputFactory;
import io.kstash.transformer.output.Output;
import io.kstash.transformer.output.StdoutOutputFactory;
import java.util.List;
import java.util.stream.Stream;

/** Every plugin that a pipeline of the transformer can name. A new input or output is a line here. */
public final class Catalog {
    private Catalog() {}

    public static PluginCatalog<Input, Output> all() {
        return new PluginCatalog<>(
                List.of(
                        new FileInputFactory(),
                        new GeneratorInputFactory(),
                        new KafkaInputFactory(),
                        new StdinInputFactory()),
                Filters.all(),
                List.of(
                        new FileOutputFactory(),
                        new KafkaOutputFactory(),
                        new NullOutputFactory(),
                        new StdoutOutputFactory()),
                Codecs.all());
    }

    /** What there is to know of each plugin, by kind and name. */
    public static List<PluginSpec> specs() {
        PluginCatalog<Input, Output> all = all();
        return Stream.of(all.inputs(), all.filters(), all.outputs(), all.codecs())
                .<PluginFactory<?>>flatMap(List::stream)
                .map(PluginFactory::spec)
                .toList();
    }

    /** The same of the filters alone. */
    public static List<PluginSpec> filters() {
        return specs().stream().filter(spec -> spec.kind() == PluginKind.FILTER).toList();
    }

    /** The options that every filter has besides its own. */
    public static List<Option<?>> filterOptions() {
        return PipelinePlanner.filterOptions();
    }
}
