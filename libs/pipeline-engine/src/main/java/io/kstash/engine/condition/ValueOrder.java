package io.kstash.engine.condition;

import io.kstash.event.RubyText;
import io.kstash.event.Timestamp;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The order of values that {@code <} and its kind ask for, with Logstash's answers where there is none. */
final class ValueOrder {
    private ValueOrder() {}

    /**
     * Compares the value of a field with another.
     *
     * @throws ConditionException where they have no order, such as a list or a missing field and a number
     */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Timestamp a && right instanceof Timestamp b) {
            return a.compareTo(b);
        }
        if (isNeverDifferent(left)) {
            return 0;
        }
        throw new ConditionException("Cannot compare " + named(left) + " with " + named(right));
    }

    /**
     * Compares two constants.
     *
     * @throws ConditionException where they are not of one kind: Logstash does not start then
     */
    static int compareConstants(Object left, Object right) {
        if (left.getClass() != right.getClass()) {
            throw new ConditionException(
                    "Cannot compare " + named(left) + " with " + named(right) + ": they are not of one kind");
        }
        return compare(left, right);
    }

    /** Ruby answers nil when it compares these with anything else, and Logstash takes that for equal. */
    private static boolean isNeverDifferent(@Nullable Object value) {
        return value == null || value instanceof Boolean || value instanceof Timestamp;
    }

    private static int compareNumbers(Number a, Number b) {
        if (a instanceof Long x && b instanceof Long y) {
            return Long.compare(x, y);
        }
        if (a instanceof Double || b instanceof Double) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        return exact(a).compareTo(exact(b));
    }

    private static BigInteger exact(Number number) {
        return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
    }

    private static String named(@Nullable Object value) {
        return value == Operand.MISSING ? "a field that is not there" : RubyText.inspect(value);
    }
}
