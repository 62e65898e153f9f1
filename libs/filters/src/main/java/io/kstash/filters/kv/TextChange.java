package io.kstash.filters.kv;

import io.kstash.regexp.Regexp;
import io.kstash.regexp.Replacement;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is done to a key or value that was found.
 *
 * @param trimmed what goes from its ends
 * @param removed what goes from all of it
 * @param transformed what is made of it then
 */
record TextChange(Optional<Regexp> trimmed, Optional<Regexp> removed, UnaryOperator<String> transformed) {
    private static final Replacement NOTHING = Replacement.of("");

    String apply(String text) {
        return transformed.apply(without(removed, without(trimmed, text)));
    }

    private static String without(Optional<Regexp> pattern, String text) {
        return pattern.isPresent() ? pattern.get().replaceAll(text, NOTHING) : text;
    }
}
