package io.kstash.filters.grok;

import java.util.Map;
import java.util.regex.Pattern;

/** The text of a file of patterns: on each line a name, white space and an expression. Lines with a # are comments. */
final class PatternFile {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private PatternFile() {}

    /** Adds the patterns of a text; of several with one name the last counts. */
    static void read(String text, Map<String, String> patterns) {
        text.lines()
                .map(String::stripLeading)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] nameAndExpression = SPACE.split(line, 2);
                    patterns.put(nameAndExpression[0], nameAndExpression.length == 1 ? "" : nameAndExpression[1]);
                });
    }
}
