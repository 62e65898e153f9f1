package io.kstash.filters.translate;

import io.kstash.event.Values;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the entry whose key is the text. A key that is a number is never found: what is looked up is always a text. */
record ExactLookup(Map<Object, @Nullable Object> entries) implements Lookup {
    @Override
    public @Nullable Translation find(String text) {
        Object value = entries.get(text);
        return value != null || entries.containsKey(text) ? new Translation(Values.copyOf(value)) : null;
    }
}
