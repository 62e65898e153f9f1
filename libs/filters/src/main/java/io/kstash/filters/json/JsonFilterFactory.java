package io.kstash.filters.json;

import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.Optional;

/**
 * {@code json}: parses a field.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-json">Logstash's json filter</a>
 */
public final class JsonFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SOURCE =
            Option.required("source", OptionType.STRING, "The field that holds the JSON text.");
    private static final Option<Optional<FieldReference>> TARGET = Option.optional(
            "target",
            OptionType.FIELD_REFERENCE,
            "The field that takes the parsed value; else an object's fields go to the top.");
    private static final Option<Boolean> SKIP_ON_INVALID_JSON = Option.withDefault(
            "skip_on_invalid_json", OptionType.BOOLEAN, "false", "Whether text that is not JSON is passed untagged.");
    private static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure", OptionType.STRINGS, List.of("_jsonparsefailure"), "The tags of events that fail.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "json",
                    "Parses a field that holds JSON.",
                    SOURCE,
                    TARGET,
                    SKIP_ON_INVALID_JSON,
                    TAG_ON_FAILURE,
                    EcsCompatibility.OPTION)
            .withExample("""
                    json {
                      source => "message"
                      target => "request"
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new JsonFilter(
                FieldTemplate.literal(options.get(SOURCE)),
                options.find(TARGET).flatMap(target -> target),
                options.get(SKIP_ON_INVALID_JSON),
                options.get(TAG_ON_FAILURE));
    }
}
