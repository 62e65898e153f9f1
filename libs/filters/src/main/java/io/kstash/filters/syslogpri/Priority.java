package io.kstash.filters.syslogpri;

import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.event.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a priority as Ruby's {@code to_i} does: as many digits as a text starts with, none being 0. */
final class Priority {
    /** What RFC 3164 says of a message without a priority: user-level, notice. */
    private static final BigInteger DEFAULT = BigInteger.valueOf(13);

    private static final Pattern LEADING_DIGITS = Pattern.compile("[ \\t\\n\\x0B\\f\\r]*([+-]?[0-9]+(?:_[0-9]+)*)");

    private Priority() {}

    /**
     * The priority in the field's value, or in the first element of an array.
     *
     * @throws EventException where the value is neither a text nor a number
     */
    static BigInteger of(@Nullable Object value) {
        if (value == null || value.equals(false)) {
            return DEFAULT;
        }
        if (value instanceof List<?> list) {
            Object first = list.isEmpty() ? null : list.get(0);
            return first == null ? BigInteger.ZERO : toInteger(first);
        }
        return toInteger(value);
    }

    private static BigInteger toInteger(Object value) {
        if (value instanceof String text) {
            return leadingDigits(text);
        }
        if (value instanceof Double fraction) {
            return new BigDecimal(fraction).toBigInteger();
        }
        if (value instanceof Number whole) {
            return new BigInteger(whole.toString());
        }
        if (value instanceof Timestamp time) {
            return BigInteger.valueOf(time.instant().getEpochSecond());
        }
        throw new EventException("A priority has to be a number or text, and not " + RubyText.inspect(value));
    }

    private static BigInteger leadingDigits(String text) {
        Matcher digits = LEADING_DIGITS.matcher(text);
        return digits.lookingAt() ? new BigInteger(digits.group(1).replace("_", "")) : BigInteger.ZERO;
    }
}
