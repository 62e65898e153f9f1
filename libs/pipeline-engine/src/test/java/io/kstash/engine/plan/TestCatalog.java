package io.kstash.engine.plan;

import io.kstash.codecs.Codecs;
import io.kstash.event.FieldReference;
import io.kstash.filters.Filters;
import io.kstash.plugin.Codec;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.Map;

/** The real filters and codecs, with an input {@code lines} and an output {@code shelf} that do nothing. */
public final class TestCatalog {
    private static final Option<Codec> READ = Option.withDefault("codec", OptionType.INPUT_CODEC, "plain", "");
    private static final Option<Codec> WRITE = Option.withDefault("codec", OptionType.OUTPUT_CODEC, "plain", "");
    private static final Option<String> LABEL = Option.required("label", OptionType.STRING, "");
    private static final Option<Object> COLOUR = Option.unsupported("colour", "paint it yourself");

    private TestCatalog() {}

    /** A planner whose environment has {@code HOME=/home/me}. */
    public static PipelinePlanner<String, String> planner() {
        return new PipelinePlanner<>(
                new PluginCatalog<>(
                        List.of(new Fixed(PluginSpec.of(PluginKind.INPUT, "lines", "", READ))),
                        Filters.all(),
                        List.of(new Fixed(PluginSpec.of(PluginKind.OUTPUT, "shelf", "", LABEL, WRITE, COLOUR))),
                        Codecs.all()),
                Map.of("HOME", "/home/me")::get);
    }

    private record Fixed(PluginSpec spec) implements PluginFactory<String> {
        @Override
        public String create(Options options) {
            return spec.kind() == PluginKind.INPUT
                    ? spec.name()
                    : FieldReference.of(options.get(LABEL)).toString();
        }
    }
}
