package io.kstash.language.diagnostic;

import io.kstash.language.source.SourceFile;
import io.kstash.language.source.SourceSpan;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the values of options that hold secrets, by the name of the option, also in a text that cannot be parsed: a slip
 * in the name is no reason to show the value. Where a quoted value goes on behind its closing quote, all the line belongs to it.
 */
final class SecretValues {
    private static final Pattern SECRET = Pattern.compile("""
            (?:pass|pasw|secret|jaas|jass)\\w*["']?\\s*=>\\s*\
            (?<value>(?:"(?:[^"\\\\]++|\\\\.)*+"?|'(?:[^'\\\\]++|\\\\.)*+'?)(?<rest>[^\\s}\\]#][^\\n]*)?\
            |\\[[^]]*]?|\\{[^}]*}?|[^\\s{}"'\\[]+)""", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private SecretValues() {}

    /** The line of a place, with stars instead of secrets; columns stay. */
    static String line(SourceSpan place) {
        String masked = SECRET.matcher(place.file().text())
                .replaceAll(found -> Matcher.quoteReplacement(masked(found.group(), found.group(1))));
        return new SourceFile(place.file().name(), masked).line(place.start().line());
    }

    private static String masked(String option, String value) {
        return option.substring(0, option.length() - value.length()) + value.replaceAll("[^\\n\\r\\t]", "*");
    }

    /** Whether what stands at a place is a secret, or a piece of one, that its quotes do not hold. */
    static boolean spills(SourceSpan place) {
        return SECRET.matcher(place.file().text())
                .results()
                .anyMatch(found -> found.group(2) != null
                        && found.start(2) <= place.startOffset()
                        && place.startOffset() < found.end(2));
    }
}
