package io.kstash.filters.dissect;

import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.Filter;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code dissect}: cuts a text at delimiters.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-dissect">Logstash's dissect
 *     filter</a>
 */
public final class DissectFilterFactory implements PluginFactory<Filter> {
    private static final Option<Map<String, Object>> MAPPING = Option.withDefault(
            "mapping",
            OptionType.HASH,
            Map.of(),
            "Source fields, each with a mapping: fields as %{name} and the delimiters between them.");
    private static final Option<Map<String, Object>> CONVERT_DATATYPE = Option.withDefault(
            "convert_datatype",
            OptionType.HASH,
            Map.of(),
            "Fields to convert to int or float when all mappings are done.");
    private static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure", OptionType.STRINGS, List.of("_dissectfailure"), "The tags of events that fail.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "dissect",
                    "Cuts a text into fields at delimiters.",
                    MAPPING,
                    CONVERT_DATATYPE,
                    TAG_ON_FAILURE)
            .withExample("""
                    # <13>Jan  2 03:04:05 web1 sshd[812]: Accepted key
                    dissect {
                      mapping => {
                        "message" => "<%{pri}>%{ts->} %{+ts} %{+ts} %{host} %{prog}[%{pid}]: %{text}"
                      }
                      convert_datatype => { "pri" => "int" "pid" => "int" }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        List<String> failureTags = options.get(TAG_ON_FAILURE);
        List<Conversion> conversions = options.get(CONVERT_DATATYPE).entrySet().stream()
                .map(entry -> Conversion.of(CONVERT_DATATYPE, entry.getKey(), RubyText.toS(entry.getValue())))
                .toList();
        Filter first = new ConversionStep(conversions, failureTags);
        List<Map.Entry<String, Object>> mappings =
                new ArrayList<>(options.get(MAPPING).entrySet());
        for (int i = mappings.size() - 1; i >= 0; i--) {
            String mapping = RubyText.toS(mappings.get(i).getValue());
            if (!mapping.isEmpty()) {
                first = new MappingStep(
                        FieldTemplate.literal(mappings.get(i).getKey()), mapping(mapping), failureTags, first);
            }
        }
        return first;
    }

    private static Mapping mapping(String text) {
        try {
            return new MappingParser(text).parse();
        } catch (MappingSyntaxException wrong) {
            throw new InvalidOptionException(MAPPING, "has the mapping \"" + text + "\", " + wrong.getMessage());
        }
    }
}
