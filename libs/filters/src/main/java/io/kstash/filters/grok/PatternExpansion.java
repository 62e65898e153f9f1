package io.kstash.filters.grok;

import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a pattern one regular expression: {@code %{NAME}} becomes a group, and {@code %{NAME:field}} a named one. In
 * {@code %{NAME=expression}} the pattern is defined where it is used.
 */
final class PatternExpansion {
    /** As in Logstash. Few patterns that use one another several times can make an expression that fills the memory. */
    private static final int MOST_USES = 2_000;

    private final Option<?> option;
    private final Map<String, String> patterns;
    private final boolean namedCapturesOnly;
    private final List<String> open = new ArrayList<>();
    private int uses;

    /**
     * An expansion.
     *
     * @param option the option that holds the pattern, for messages
     * @param patterns by name
     * @param namedCapturesOnly whether {@code %{NAME}} captures nothing; else it captures the field {@code NAME}
     */
    PatternExpansion(Option<?> option, Map<String, String> patterns, boolean namedCapturesOnly) {
        this.option = option;
        this.patterns = new HashMap<>(patterns);
        this.namedCapturesOnly = namedCapturesOnly;
    }

    /**
     * The regular expression of a pattern.
     *
     * @throws InvalidOptionException where a pattern is not defined, or contains itself
     */
    String expand(String pattern) {
        StringBuilder expanded = new StringBuilder();
        ReferenceScanner scanner = new ReferenceScanner(pattern);
        int copied = 0;
        PatternReference reference = scanner.next(0);
        while (reference != null) {
            expanded.append(pattern, copied, reference.begin()).append(group(reference));
            copied = reference.end();
            reference = scanner.next(copied);
        }
        return expanded.append(pattern, copied, pattern.length()).toString();
    }

    private String group(PatternReference reference) {
        String definition = reference.definition();
        if (definition != null && !definition.isEmpty()) {
            patterns.put(reference.pattern(), definition);
        }
        boolean captures = !namedCapturesOnly || reference.name().indexOf(':') >= 0;
        return (captures ? "(?<" + reference.name() + ">" : "(?:") + expression(reference.pattern()) + ")";
    }

    private String expression(String pattern) {
        String expression = patterns.get(pattern);
        if (expression == null) {
            String user = open.isEmpty() ? "" : ", which " + open.get(open.size() - 1) + " uses";
            throw new InvalidOptionException(
                    option,
                    "needs the pattern " + pattern + user + ", and it is not defined",
                    new InvalidOptionException.UnknownName(pattern, patterns.keySet()));
        }
        if (open.contains(pattern)) {
            throw new InvalidOptionException(
                    option, "needs the pattern " + pattern + ", which contains itself: " + cycle(pattern));
        }
        uses++;
        if (uses > MOST_USES) {
            throw new InvalidOptionException(option, "has a pattern that uses more than " + MOST_USES + " others");
        }
        open.add(pattern);
        String expanded = expand(expression);
        open.remove(open.size() - 1);
        return expanded;
    }

    private String cycle(String pattern) {
        return String.join(" -> ", open.subList(open.indexOf(pattern), open.size())) + " -> " + pattern;
    }
}
