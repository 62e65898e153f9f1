package io.kstash.filters.grok;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a set of older patterns one for the Elastic Common Schema. What to do is a text with two kinds of lines:
 *
 * <pre>{@code
 * src_port => [source][port]:int                     the new name, and perhaps type, of a field
 * size => %{INT:[file][size]:int}                    what stands for the whole capture of a field
 * BRO_DNS.id => [dns][id]                            the same, in one pattern
 * SQUID3_STATUS (?:%{POSINT:[http][status]:int}|0)   a pattern that is new, or not like the older one
 * }</pre>
 */
final class EcsSet {
    private static final Pattern RENAMING = Pattern.compile("(\\S+) +=> +(\\S+)");
    private static final Pattern CAPTURE = Pattern.compile("%\\{(\\w+):([^:}]+)(?::\\w+)?}|\\(\\?<([\\w-]+)>");

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> definitions = new HashMap<>();

    private EcsSet(String text) {
        StringBuilder patterns = new StringBuilder();
        text.lines().forEach(line -> {
            Matcher renaming = RENAMING.matcher(line);
            if (renaming.matches()) {
                fields.put(renaming.group(1), renaming.group(2));
            } else {
                patterns.append(line).append('\n');
            }
        });
        PatternFile.read(patterns.toString(), definitions);
    }

    static Map<String, String> of(Map<String, String> legacy, String text) {
        EcsSet set = new EcsSet(text);
        Map<String, String> patterns = new HashMap<>();
        legacy.forEach((name, expression) -> patterns.put(name, set.renamed(name, expression)));
        patterns.putAll(set.definitions);
        return patterns;
    }

    private String renamed(String name, String expression) {
        return CAPTURE.matcher(expression).replaceAll(capture -> Matcher.quoteReplacement(renamed(name, capture)));
    }

    private String renamed(String name, MatchResult capture) {
        String syntax = capture.group(1);
        String field = syntax == null ? capture.group(3) : capture.group(2);
        @Nullable String renamed = fields.getOrDefault(name + "." + field, fields.get(field));
        if (renamed == null) {
            return capture.group();
        }
        if (syntax == null) {
            return "(?<" + renamed + ">";
        }
        return renamed.contains("%{") ? renamed : "%{" + syntax + ":" + renamed + "}";
    }
}
