package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.event.Template;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginFactory;
import io.kstash.plugin.PluginKind;
import io.kstash.plugin.PluginSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code prune}: removes fields by their names and values.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/plugins/plugins-filters-prune">Logstash's prune filter</a>
 */
public final class PruneFilterFactory implements PluginFactory<Filter> {
    private static final Option<Boolean> INTERPOLATE = Option.withDefault(
            "interpolate",
            OptionType.BOOLEAN,
            "false",
            "Whether %{…} in names and patterns is filled from each event, which costs time.");
    private static final Option<List<Object>> WHITELIST_NAMES = Option.withDefault(
            "whitelist_names",
            OptionType.LIST,
            List.of(),
            "Regular expressions: a field goes whose name matches none of them, @timestamp and tags too.");
    private static final Option<List<Object>> BLACKLIST_NAMES = Option.withDefault(
            "blacklist_names",
            OptionType.LIST,
            List.of("%\\{[^}]+\\}"),
            "Regular expressions: a field goes whose name matches any of them.");
    private static final Option<Map<String, Object>> WHITELIST_VALUES = Option.withDefault(
            "whitelist_values",
            OptionType.HASH,
            Map.of(),
            "Fields, each with a regular expression: a text, or an element of an array, goes unless it matches.");
    private static final Option<Map<String, Object>> BLACKLIST_VALUES = Option.withDefault(
            "blacklist_values",
            OptionType.HASH,
            Map.of(),
            "Fields, each with a regular expression: a text, or an element of an array, goes if it matches.");
    private static final PluginSpec SPEC = PluginSpec.of(
                    PluginKind.FILTER,
                    "prune",
                    "Removes fields at the top of the event by their names and values.",
                    INTERPOLATE,
                    WHITELIST_NAMES,
                    BLACKLIST_NAMES,
                    WHITELIST_VALUES,
                    BLACKLIST_VALUES)
            .withExample("prune { whitelist_names => [\"^message$\", \"^user_\"] }");

    @Override
    public PluginSpec spec() {
        return SPEC;
    }

    @Override
    public Filter create(Options options) {
        List<Rule> rules = new ArrayList<>();
        names(options, WHITELIST_NAMES, false).forEach(rules::add);
        names(options, BLACKLIST_NAMES, true).forEach(rules::add);
        values(options, WHITELIST_VALUES, false).forEach(rules::add);
        values(options, BLACKLIST_VALUES, true).forEach(rules::add);
        return new PruneFilter(List.copyOf(rules));
    }

    /** No rule where no pattern is given: an empty white list lets all names pass. */
    private static Stream<Rule> names(Options options, Option<List<Object>> option, boolean removesMatching) {
        List<PatternSource> patterns = options.get(option).stream()
                .map(pattern -> PatternSource.of(option, pattern, options.get(INTERPOLATE)))
                .toList();
        return patterns.isEmpty() ? Stream.of() : Stream.of(new NameRule(patterns, removesMatching));
    }

    private static Stream<Rule> values(Options options, Option<Map<String, Object>> option, boolean removesMatching) {
        boolean interpolates = options.get(INTERPOLATE);
        return options.get(option).entrySet().stream()
                .map(entry -> new ValueRule(
                        fieldName(entry.getKey(), interpolates),
                        PatternSource.of(option, entry.getValue(), interpolates),
                        removesMatching));
    }

    private static Function<Event, String> fieldName(String text, boolean interpolates) {
        return interpolates ? Template.of(text)::render : event -> text;
    }
}
