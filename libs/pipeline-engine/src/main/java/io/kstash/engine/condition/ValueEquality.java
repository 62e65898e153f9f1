package io.kstash.engine.condition;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code ==} takes for equal: 1 and 1.0 are not, nor are a field that is null and one that is not there. */
final class ValueEquality {
    private static final long SMALLEST_SHARED = -256;
    private static final long LARGEST_SHARED = 255;

    private ValueEquality() {}

    /** Whether the values of two fields, or of a field and a constant, are equal. */
    static boolean ofFields(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Double a && right instanceof Double b) {
            return a.doubleValue() == b.doubleValue();
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream().allMatch(entry -> isShared(entry.getValue(), b.get(entry.getKey())));
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return ofLists(a, b);
        }
        return Objects.equals(left, right);
    }

    private static boolean ofLists(List<?> left, List<?> right) {
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            if (!ofFields(left.get(i), right.get(i))) {
                return false;
            }
        }
        return left.size() == right.size();
    }

    /** Logstash's hashes are equal only if they share their values, as JRuby does null, booleans and small integers. */
    private static boolean isShared(@Nullable Object left, @Nullable Object right) {
        boolean shared = left == null
                || left instanceof Boolean
                || (left instanceof Long number && number >= SMALLEST_SHARED && number <= LARGEST_SHARED);
        return shared && Objects.equals(left, right);
    }
}
