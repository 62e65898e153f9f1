package io.kstash.engine.plan;

import io.kstash.language.syntax.PluginNode;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import io.kstash.plugin.PluginKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every plugin an id that is unique in its pipeline: its own, or its name and a number. */
final class PluginIds {
    private static final Option<String> ID =
            Option.optional("id", OptionType.STRING, "The name of the plugin in counters and messages.");
    private static final Option<Boolean> ENABLE_METRIC = Option.withDefault(
            "enable_metric",
            OptionType.BOOLEAN,
            "true",
            "Accepted; kstash counts every plugin, for the audit needs it.");

    /** The options that every plugin has; the last changes something only where the plugin reads it. */
    static final List<Option<?>> OPTIONS = List.of(ID, ENABLE_METRIC, EcsCompatibility.OPTION);

    private final Problems problems;
    private final Set<String> given = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PluginIds(Problems problems) {
        this.problems = problems;
    }

    String of(PluginKind kind, PluginNode node, Options options) {
        String name = kind + "-" + node.name().text();
        int number = numbers.merge(name, 1, Integer::sum);
        String id = options.find(ID).orElse(name + "-" + number);
        if (!given.add(id)) {
            problems.error(node.span(), "the id \"" + id + "\" is given to two plugins; each needs its own");
        }
        return id;
    }
}
