package io.kstash.filters.translate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as an array, as Ruby makes one: null is empty, a hash is its pairs, and a scalar is the only element. */
final class Elements {
    private Elements() {}

    static List<?> of(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(Elements::pair).toList();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static List<?> pair(Map.Entry<?, ?> entry) {
        return Arrays.asList(entry.getKey(), entry.getValue());
    }
}
