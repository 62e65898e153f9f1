package io.kstash.event;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that an event can hold, and copies of them. */
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

    /**
     * Refuses a value that no event can hold, at any depth: it would be compared and written wrongly later on.
     *
     * @throws IllegalArgumentException where it is one: a fault of who sets it
     */
    static void require(FieldReference reference, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            for (Object element : map.values()) {
                require(reference, element);
            }
        } else if (value instanceof List<?> list) {
            for (Object element : list) {
                require(reference, element);
            }
        } else if (value != null && !isScalar(value)) {
            throw new IllegalArgumentException("Cannot set " + reference + ": an event holds no "
                    + value.getClass().getName() + ", such as " + value + "; whole numbers are Long, others Double");
        }
    }

    private static boolean isScalar(Object value) {
        return value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Timestamp
                || value instanceof BigInteger;
    }

    static Map<String, @Nullable Object> copyOfMap(Map<String, @Nullable Object> map) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, value) -> copy.put(name, copyOf(value)));
        return copy;
    }
}
