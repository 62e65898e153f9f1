package io.kstash.filters.fingerprint;

import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Replacement;
import org.jspecify.annotations.Nullable;

/** What stays of a text without its letters, digits and spaces. */
final class Punctuation {
    private static final Regexp ALL_ELSE = Regexp.compile("[^\\p{P}\\p{S}]");
    private static final Replacement NOTHING = Replacement.of("");

    private Punctuation() {}

    static Object of(@Nullable Object value) {
        if (value instanceof String text) {
            return ALL_ELSE.replaceAll(text, NOTHING);
        }
        throw new EventException("Only a text has punctuation, and not " + RubyText.inspect(value));
    }
}
