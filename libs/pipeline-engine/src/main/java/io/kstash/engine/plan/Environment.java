package io.kstash.engine.plan;

import io.kstash.language.source.SourceSpan;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} and {@code ${NAME:default}} in the texts of a pipeline.
 *
 * @see <a href="https://www.elastic.co/docs/reference/logstash/environment-variables">Environment variables</a>
 */
final class Environment {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?<name>[a-zA-Z_.][a-zA-Z0-9_.]*)(:(?<default>[^}]*))?}");

    private final UnaryOperator<@Nullable String> variables;
    private final Problems problems;

    /** @param variables answers null for a variable that is not set */
    Environment(UnaryOperator<@Nullable String> variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The text with its variables replaced; one without value or default is a problem at that place. */
    String replace(String text, SourceSpan span) {
        return text.contains("${") ? VARIABLE.matcher(text).replaceAll(found -> value(found, span)) : text;
    }

    /** As {@link #replace}, but only where the text is nothing but one variable: so it is in a condition. */
    String replaceWhole(String text, SourceSpan span) {
        return VARIABLE.matcher(text).matches() ? replace(text, span) : text;
    }

    private String value(java.util.regex.MatchResult found, SourceSpan span) {
        Matcher match = (Matcher) found;
        String name = match.group("name");
        @Nullable String value = variables.apply(name);
        @Nullable String chosen = value == null ? match.group("default") : value;
        if (chosen == null) {
            problems.error(
                    span,
                    "environment variable '" + name + "' is not set; set it, or give a default: ${" + name
                            + ":default}");
            return "";
        }
        return Matcher.quoteReplacement(chosen);
    }
}
