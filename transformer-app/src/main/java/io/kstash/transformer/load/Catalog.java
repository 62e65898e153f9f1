package io.kstash.transformer.load;

import io.kstash.codecs.Codecs;
import io.kstash.engine.plan.PluginCatalog;
import io.kstash.filters.Filters;
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
}
