package io.kstash.filters.drop;

import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code drop}: an event goes no further.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-drop">Logstash's drop filter</a>
 */
public final class DropFilterFactory implements PluginFactory<Filter> {
    private static final Option<Number> PERCENTAGE = Option.withDefault(
            "percentage", OptionType.NUMBER, 100L, "How many of the events are dropped, chosen at random.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER, "drop", "Drops events, all or some.", PERCENTAGE)
            .withExample("""
                    if [level] == "debug" {
                      drop { percentage => 90 }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new DropFilter(options.get(PERCENTAGE).doubleValue());
    }
}
