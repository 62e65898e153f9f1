package io.kstash.filters.xml;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code xml}: parses a field.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-xml">Logstash's xml filter</a>
 */
public final class XmlFilterFactory implements PluginFactory<Filter> {
    private static final Option<String> SOURCE = Option.required(
            "source", OptionType.STRING, "The field that holds the XML text, or a list of one such text.");
    private static final Option<Boolean> STORE_XML = Option.withDefault(
            "store_xml", OptionType.BOOLEAN, "true", "Whether the whole document is stored, as hashes and arrays.");
    private static final Option<String> TARGET =
            Option.optional("target", OptionType.STRING, "The field that takes the document; needed to store it.");
    private static final Option<Map<String, Object>> XPATH = Option.withDefault(
            "xpath",
            OptionType.HASH,
            Map.of(),
            "The fields that take the answers to XPath expressions, by expression.");
    private static final Option<Map<String, Object>> NAMESPACES = Option.withDefault(
            "namespaces",
            OptionType.HASH,
            Map.of(),
            "The namespaces in XPath expressions, by prefix; without it those that the root declares.");
    private static final Option<Boolean> REMOVE_NAMESPACES = Option.withDefault(
            "remove_namespaces",
            OptionType.BOOLEAN,
            "false",
            "Whether namespaces are removed before XPath expressions are evaluated.");
    private static final Option<Boolean> FORCE_ARRAY = Option.withDefault(
            "force_array", OptionType.BOOLEAN, "true", "Whether a single element or answer is an array of one.");
    private static final Option<Boolean> FORCE_CONTENT = Option.withDefault(
            "force_content",
            OptionType.BOOLEAN,
            "false",
            "Whether an element with a text only is a hash with the text as content.");
    private static final Option<Boolean> SUPPRESS_EMPTY = Option.withDefault(
            "suppress_empty",
            OptionType.BOOLEAN,
            "true",
            "Whether empty elements are left out of the document; else they are empty hashes.");
    private static final Option<String> PARSE_OPTIONS = Option.optional(
            "parse_options",
            OptionType.STRING,
            "How documents for XPath are read, such as strict (malformed ones fail) or recover, with commas between.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "xml",
                    "Parses a field that holds XML, into a structure or by XPath.",
                    SOURCE,
                    STORE_XML,
                    TARGET,
                    XPATH,
                    NAMESPACES,
                    REMOVE_NAMESPACES,
                    FORCE_ARRAY,
                    FORCE_CONTENT,
                    SUPPRESS_EMPTY,
                    PARSE_OPTIONS)
            .withExample("""
                    xml {
                      source => "message"
                      target => "order"
                      xpath => { "/order/@id" => "order_id" }
                    }
                    """);

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        return new XmlFilter(FieldTemplate.literal(options.get(SOURCE)), xpaths(options), storage(options));
    }

    /** Empty where nothing is asked: a document is read strictly even then. */
    private static Optional<XPaths> xpaths(Options options) {
        ParseOptions parsing = options.find(PARSE_OPTIONS)
                .map(names -> ParseOptions.of(names, problem -> {
                    throw new InvalidOptionException(PARSE_OPTIONS, problem);
                }))
                .orElse(ParseOptions.DEFAULT);
        List<XPathQuery> queries = options.get(XPATH).entrySet().stream()
                .map(entry -> new XPathQuery(entry.getKey(), FieldTemplate.literal(RubyText.toS(entry.getValue()))))
                .toList();
        return queries.isEmpty() && parsing.recovers()
                ? Optional.empty()
                : Optional.of(new XPaths(
                        queries,
                        parsing,
                        namespaces(options),
                        options.get(REMOVE_NAMESPACES),
                        !options.get(FORCE_ARRAY)));
    }

    private static Map<String, String> namespaces(Options options) {
        Map<String, String> namespaces = new HashMap<>();
        options.get(NAMESPACES).forEach((name, uri) -> {
            String prefix = name.substring(name.lastIndexOf(':') + 1);
            boolean isDefault = prefix.equals("xmlns");
            namespaces.put(isDefault ? CompiledQueries.DEFAULT_NAMESPACE : prefix, RubyText.toS(uri));
        });
        return namespaces;
    }

    private static Optional<XmlFilter.Storage> storage(Options options) {
        if (!options.get(STORE_XML)) {
            return Optional.empty();
        }
        String target = options.find(TARGET).orElse("");
        if (target.isEmpty()) {
            throw new InvalidOptionException(
                    TARGET, "must name the field that takes the document, or set 'store_xml' to false");
        }
        return Optional.of(new XmlFilter.Storage(
                FieldTemplate.literal(target),
                new XmlStructure(options.get(FORCE_ARRAY), options.get(FORCE_CONTENT), options.get(SUPPRESS_EMPTY))));
    }
}
