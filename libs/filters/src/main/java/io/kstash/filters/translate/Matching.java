package io.kstash.filters.translate;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the keys of a dictionary are compared with a text. */
enum Matching {
    /** A key is the whole text. */
    EXACT,
    /** A key is a regular expression that matches anywhere in the text; the first one counts. */
    REGEXP,
    /** Each key that occurs in the text is replaced there. */
    SUBSTRINGS;

    static Matching of(boolean exact, boolean regex) {
        if (!exact) {
            return SUBSTRINGS;
        }
        return regex ? REGEXP : EXACT;
    }

    /**
     * A lookup in these entries, which must not change any more.
     *
     * @throws DictionaryException where a key cannot be compared like this
     */
    Lookup in(Map<Object, @Nullable Object> entries) {
        return switch (this) {
            case EXACT -> new ExactLookup(entries);
            case REGEXP -> RegexpLookup.of(entries);
            case SUBSTRINGS -> SubstringLookup.of(entries);
        };
    }
}
