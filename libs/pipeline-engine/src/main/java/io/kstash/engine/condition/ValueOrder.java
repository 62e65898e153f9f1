package io.kstash.engine.condition;

import io.kstash.event.RubyText;
import io.kstash.event.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The order of values that {@code <} and its kind ask for, with Logstash's answers where there is none. */
final class ValueOrder {
    private ValueOrder() {}

    /**
     * Compares two values that are there.
     *
     * @throws ConditionException where they have no order, such as a list and a number
     */
    static int compare(Object left, Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Timestamp a && right instanceof Timestamp b) {
            return a.compareTo(b);
        }
        if (isNeverDifferent(left) || isNeverDifferent(right)) {
            return 0;
        }
        throw new ConditionException("Cannot compare " + named(left) + " with " + named(right));
    }

    /** Ruby answers nil when it compares these with anything else, and Logstash takes that for equal. */
    private static boolean isNeverDifferent(Object value) {
        return value instanceof Boolean || value instanceof Timestamp;
    }

    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (isInfinite(a) || isInfinite(b)) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return exact(a).compareTo(exact(b));
    }

    private static boolean isInfinite(Number number) {
        return number instanceof Double fraction && !Double.isFinite(fraction);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof Double fraction) {
            return BigDecimal.valueOf(fraction);
        }
        return number instanceof BigInteger big ? new BigDecimal(big) : BigDecimal.valueOf(number.longValue());
    }

    private static String named(Object value) {
        return RubyText.inspect(value);
    }
}
