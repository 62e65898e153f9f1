package io.kstash.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of the values that an event can hold. */
public final class Values {
    private Values() {}

    /** A deep copy: maps and lists are new, all else is immutable and shared. */
    @SuppressWarnings("unchecked") // an event holds maps of names only
    public static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOfMap((Map<String, @Nullable Object>) map);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(copyOf(element)));
            return copy;
        }
        return value;
    }

    static Map<String, @Nullable Object> copyOfMap(Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name, copyOf(value)));
        return copy;
    }
}
