package io.kstash.filters.clone;

import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;

/**
 * {@code clone}: adds copies of an event.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-clone">Logstash's clone filter</a>
 */
public final class CloneFilterFactory implements PluginFactory<Filter> {
    private static final Option<List<Object>> CLONES = Option.required(
            "clones",
            OptionType.LIST,
            "The names of the copies: each adds one, which carries it as a tag, or as its type without ECS.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "clone",
                    "Adds copies of an event; the common options apply to the copies only.",
                    CLONES,
                    EcsCompatibility.OPTION)
            .withExample("clone { clones => [\"archive\"] }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new CloneFilter(options.get(CLONES), EcsCompatibility.isEnabled(options));
    }
}
