package io.kstash.engine.plan;

import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Attribute;
import io.kstash.language.syntax.HashLiteral;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.PluginSpec;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a plugin is told to do, in a line: its options as they are written, without quotes and brackets. Secrets are not in it, and
 * environment variables stay names.
 */
final class OptionsSummary {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    /** So that a dictionary of thousands of words stays where it is. */
    private static final int MOST = 300;

    private OptionsSummary() {}

    static String of(PluginNode node, PluginSpec spec) {
        String all =
                node.attributes().stream().map(attribute -> of(attribute, spec)).collect(Collectors.joining("; "));
        return all.length() <= MOST ? all : all.substring(0, MOST) + "…";
    }

    private static String of(Attribute attribute, PluginSpec spec) {
        String name = attribute.name().text();
        return name + " " + (isSecret(name, spec) ? "(secret)" : of(attribute.value()));
    }

    private static boolean isSecret(String name, PluginSpec spec) {
        return spec.option(name)
                .map(Option::type)
                .filter(OptionType.SECRET::equals)
                .isPresent();
    }

    private static String of(Value value) {
        if (value instanceof StringLiteral string) {
            return line(string.text());
        }
        if (value instanceof ArrayLiteral array) {
            return list(array.elements().stream().map(OptionsSummary::of).toList());
        }
        if (value instanceof HashLiteral hash) {
            return list(hash.entries().stream()
                    .map(entry -> of(entry.key()) + " => " + of(entry.value()))
                    .toList());
        }
        return line(value.span().text());
    }

    private static String list(List<String> values) {
        return String.join(", ", values);
    }

    private static String line(String text) {
        return BLANKS.matcher(text).replaceAll(" ");
    }
}
