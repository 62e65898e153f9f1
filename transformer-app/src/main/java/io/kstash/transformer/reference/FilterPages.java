package io.kstash.transformer.reference;

import io.kstash.plugin.Option;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The reference of filters as Markdown: a page for each, and one that lists them and holds what all have in common. */
public final class FilterPages {
    private static final String NOTICE =
            "<!-- Written by `scripts/transformer plugins --markdown docs/filters`; change the"
                    + " filter's PluginSpec instead. -->\n\n";
    private static final String INDEX = "README.md";

    private final List<PluginSpec> filters;
    private final List<Option<?>> common;

    /** @param common the options that every filter has */
    public FilterPages(List<PluginSpec> filters, List<Option<?>> common) {
        this.filters = List.copyOf(filters);
        this.common = List.copyOf(common);
    }

    /** All pages by file name. */
    public Map<String, String> all() {
        Map<String, String> pages = new TreeMap<>();
        filters.forEach(filter -> pages.put(filter.name() + ".md", page(filter)));
        pages.put(INDEX, index());
        return pages;
    }

    private static String page(PluginSpec filter) {
        return "# " + filter.name() + "\n\n" + NOTICE + filter.description() + "\n\n" + example(filter)
                + (filter.options().isEmpty() ? "It has no options of its own.\n" : table(filter.options()))
                + "\nThe options that all filters have are in the [list of filters](" + INDEX + ").\n";
    }

    private static String example(PluginSpec filter) {
        return filter.example().isEmpty()
                ? ""
                : "```\nfilter {\n" + filter.example().indent(2) + "}\n```\n\n";
    }

    private String index() {
        String rows = filters.stream()
                .map(filter ->
                        "| [" + filter.name() + "](" + filter.name() + ".md) | " + cell(filter.description()) + " |\n")
                .collect(Collectors.joining());
        return "# Filters\n\n" + NOTICE + "| filter | |\n|---|---|\n" + rows
                + "\n[From Logstash](../from-logstash.md) says what is different there.\n"
                + "\n## Options of all filters\n\n"
                + "The first four apply where the filter did its work, and not where it failed.\n\n" + table(common);
    }

    private static String table(List<Option<?>> options) {
        return "| option | type | default | |\n|---|---|---|---|\n"
                + options.stream().map(OptionText::new).map(FilterPages::row).collect(Collectors.joining());
    }

    private static String row(OptionText text) {
        String value = text.defaultValue();
        return "| `" + text.option().name() + "` | " + cell(text.type()) + " | "
                + (value.isEmpty() ? "" : "`" + cell(value) + "`") + " | " + cell(text.description()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
