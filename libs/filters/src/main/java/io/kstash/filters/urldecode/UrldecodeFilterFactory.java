package io.kstash.filters.urldecode;

import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * {@code urldecode}: decodes what is percent-encoded.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-urldecode">Logstash's urldecode
 *     filter</a>
 */
public final class UrldecodeFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> FIELD =
            Option.withDefault("field", OptionType.STRING, "message", "The field to decode.");
    private static final Option<Boolean> ALL_FIELDS = Option.withDefault(
            "all_fields", OptionType.BOOLEAN, "false", "Whether to decode all fields instead of one.");
    private static final Option<Charset> CHARSET = Option.withDefault(
            "charset", OptionType.CHARSET, "UTF-8", "The character encoding of the decoded bytes, such as ISO-8859-1.");
    private static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure", OptionType.STRINGS, List.of("_urldecodefailure"), "The tags of events that fail.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "urldecode",
                    "Decodes percent-encoded fields.",
                    FIELD,
                    ALL_FIELDS,
                    CHARSET,
                    TAG_ON_FAILURE)
            .withExample("""
                    # from a%20b to a b
                    urldecode { field => "[url][query]" }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new UrldecodeFilter(
                options.get(ALL_FIELDS) ? Optional.empty() : Optional.of(FieldTemplate.literal(options.get(FIELD))),
                new PercentDecoder(options.get(CHARSET)),
                options.get(TAG_ON_FAILURE));
    }
}
