package io.kstash.filters.truncate;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;

/**
 * {@code truncate}: cuts texts to a number of bytes.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-truncate">Logstash's truncate
 *     filter</a>
 */
public final class TruncateFilterFactory implements PluginFactory<Filter> {
    private static final Option<List<String>> FIELDS = Option.optional(
            "fields",
            OptionType.STRINGS,
            "The fields to cut, with the texts of an array and those of a hash at any depth; else all fields.");
    private static final Option<Number> LENGTH_BYTES = Option.required(
            "length_bytes",
            OptionType.NUMBER,
            "How many bytes of UTF-8 a text may have at the most; a character is never cut in two.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER, "truncate", "Cuts texts that are too long.", FIELDS, LENGTH_BYTES)
            .withExample("""
                    truncate {
                      fields => ["message"]
                      length_bytes => 10000
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new TruncateFilter(
                options.find(FIELDS)
                        .map(fields ->
                                fields.stream().map(FieldTemplate::literal).toList()),
                new ByteLimit((long) Math.floor(options.get(LENGTH_BYTES).doubleValue())));
    }
}
