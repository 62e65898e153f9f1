package io.kstash.filters.kv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pairs that were found: a key that occurs several times has an array of values. */
final class Pairs {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    void add(String key, Object value) {
        values.merge(key, value, Pairs::append);
    }

    /** True if the key has the value already. As in Logstash, a text also has the texts that it contains. */
    boolean has(String key, String value) {
        Object present = values.get(key);
        if (present instanceof String text) {
            return text.contains(value);
        }
        return present instanceof List<?> list
                ? list.contains(value)
                : present instanceof Map<?, ?> map && map.containsKey(value);
    }

    Map<String, @Nullable Object> asMap() {
        return values;
    }

    @SuppressWarnings("unchecked") // no value is a list before it is made here
    private static Object append(Object present, Object value) {
        List<Object> all = present instanceof List<?> list ? (List<Object>) list : new ArrayList<>(List.of(present));
        all.add(value);
        return all;
    }
}
