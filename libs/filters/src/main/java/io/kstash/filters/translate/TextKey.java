package io.kstash.filters.translate;

import io.kstash.event.RubyText;
import org.jspecify.annotations.Nullable;

/** A key that has to be a text. */
final class TextKey {
    private TextKey() {}

    static String of(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new DictionaryException(
                "has the key " + RubyText.inspect(key) + ", and only a text can be searched for: put it in quotes");
    }
}
