package io.kstash.filters.translate;

import io.kstash.event.Values;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;
import io.kstash.regexp.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the first entry whose key, a regular expression, matches anywhere in the text. */
record RegexpLookup(List<Entry> entries) implements Lookup {
    static RegexpLookup of(Map<Object, @Nullable Object> dictionary) {
        return new RegexpLookup(dictionary.entrySet().stream()
                .map(entry -> new Entry(compile(TextKey.of(entry.getKey())), entry.getValue()))
                .toList());
    }

    @Override
    public @Nullable Translation find(String text) {
        Subject subject = Subject.of(text);
        for (Entry entry : entries) {
            if (entry.pattern.find(subject)) {
                return new Translation(Values.copyOf(entry.value));
            }
        }
        return null;
    }

    private static Regexp compile(String key) {
        try {
            return Regexp.compile(key);
        } catch (RegexpSyntaxException invalid) {
            throw new DictionaryException("has a key that is " + invalid.getMessage(), invalid);
        }
    }

    record Entry(Regexp pattern, @Nullable Object value) {}
}
