package io.kstash.transformer.reference;

import io.kstash.plugin.Option;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.stream.Collectors;

/** A plugin for a terminal. */
public record PluginText(PluginSpec spec) {
    /** A line of a list. */
    public String line() {
        return String.format("  %-12s %s", spec.name(), spec.description());
    }

    /** All there is to know. */
    public String page() {
        String example = spec.example().isEmpty() ? "" : spec.example().indent(2) + "\n";
        return spec.kind() + " " + spec.name() + ": " + spec.description() + "\n\n" + example + options(spec.options());
    }

    private static String options(List<Option<?>> options) {
        return options.stream()
                .map(OptionText::new)
                .map(text -> "  " + text.option().name() + " (" + text.type() + defaultOf(text) + ")\n      "
                        + text.description() + "\n")
                .collect(Collectors.joining());
    }

    private static String defaultOf(OptionText text) {
        return text.defaultValue().isEmpty() ? "" : ", default " + text.defaultValue();
    }
}
