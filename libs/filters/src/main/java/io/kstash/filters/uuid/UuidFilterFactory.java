package io.kstash.filters.uuid;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;

/**
 * {@code uuid}: a random identifier for an event.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-uuid">Logstash's uuid filter</a>
 */
public final class UuidFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> TARGET =
            Option.required("target", OptionType.STRING, "The field that takes the UUID.");
    private static final Option<Boolean> OVERWRITE = Option.withDefault(
            "overwrite", OptionType.BOOLEAN, "false", "Whether a value that the field already has is replaced.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "uuid",
                    "Gives an event a random UUID; another one each time it runs.",
                    TARGET,
                    OVERWRITE)
            .withExample("uuid { target => \"[event][id]\" }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new UuidFilter(FieldTemplate.literal(options.get(TARGET)), options.get(OVERWRITE));
    }
}
