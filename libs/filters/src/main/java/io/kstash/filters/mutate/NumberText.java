package io.kstash.filters.mutate;

import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Texts as people write numbers, {@code 1,234.5} or {@code 1.234,5}, and their conversion to numbers. */
enum NumberText {
    /** Commas group digits, and a point starts the fraction. */
    ENGLISH {
        @Override
        String normalize(String text) {
            return text.replace(",", "");
        }
    },
    /** Points group digits, and a comma starts the fraction. */
    EUROPEAN {
        @Override
        String normalize(String text) {
            return text.replace(".", "").replace(',', '.');
        }
    };

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:_\\d+)*(\\.\\d+)?([eE][+-]?\\d{1,9})?");
    private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    /** Beyond this a float is infinite anyway, and the digits of an integer would fill the memory. */
    private static final int LARGEST_EXPONENT = 400;

    abstract String normalize(String text);

    /** A whole number, without its fraction; a percent sign at the end is left out. */
    Object toInteger(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        if (value instanceof Double number) {
            return fitted(BigDecimal.valueOf(number).toBigInteger());
        }
        return value instanceof Number
                ? value
                : fitted(parse(withoutPercent(RubyText.toS(value))).toBigInteger());
    }

    /** A float. */
    Object toFloat(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1.0 : 0.0;
        }
        return value instanceof Number number
                ? (Object) number.doubleValue()
                : (Object) parse(RubyText.toS(value)).doubleValue();
    }

    private BigDecimal parse(String text) {
        String number = normalize(text).strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new EventException("Not a number: " + RubyText.inspect(text));
        }
        BigDecimal parsed = new BigDecimal(number.replace("_", ""));
        if (parsed.precision() - parsed.scale() <= LARGEST_EXPONENT) {
            return parsed;
        }
        return BigDecimal.ONE.scaleByPowerOfTen(LARGEST_EXPONENT).multiply(BigDecimal.valueOf(parsed.signum()));
    }

    private static String withoutPercent(String text) {
        return text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    }

    private static Object fitted(BigInteger number) {
        boolean fits = number.compareTo(SMALLEST_LONG) >= 0 && number.compareTo(LARGEST_LONG) <= 0;
        return fits ? (Object) number.longValue() : number;
    }
}
