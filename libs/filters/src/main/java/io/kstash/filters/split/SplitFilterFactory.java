package io.kstash.filters.split;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code split}: one event becomes several.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-split">Logstash's split filter</a>
 */
public final class SplitFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> FIELD = Option.withDefault(
            "field", OptionType.STRING, "message", "The field that is split: an array, or a text at each terminator.");
    private static final Option<String> TARGET = Option.optional(
            "target", OptionType.STRING, "The field that takes one part in each event; else it is the field itself.");
    private static final Option<String> TERMINATOR = Option.withDefault(
            "terminator", OptionType.STRING, "\n", "What ends a part of a text; one space stands for any white space.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "split",
                    "Makes one event of each element of an array, or of each part of a text.",
                    FIELD,
                    TARGET,
                    TERMINATOR)
            .withExample("split { field => \"[order][items]\" }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        FieldTemplate field = FieldTemplate.literal(options.get(FIELD));
        return new SplitFilter(
                field, options.find(TARGET).map(FieldTemplate::literal), new Terminator(options.get(TERMINATOR)));
    }
}
