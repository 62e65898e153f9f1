package io.kstash.filters.mutate;

import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.event.ShortNumber;
import io.kstash.event.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
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

    private static final String DIGITS = "\\d+(?:_\\d+)*";
    private static final String DECIMAL = "[+-]?(?:" + DIGITS + "(?:\\." + DIGITS + ")?|\\." + DIGITS + ")";
    private static final Pattern FLOAT = Pattern.compile(DECIMAL + "(?:e[+-]?" + DIGITS + ")?");
    /**
     * What JRuby's BigDecimal reads for an integer: it may have one more character at its end, such as the unit of
     * {@code 50%} or {@code 10s}, and without an exponent a further number behind it, as in {@code 10-20}.
     */
    private static final Pattern WITH_UNIT = Pattern.compile(
            "(?<mantissa>" + DECIMAL + ")"
                    + "(?:[ed](?<exponent>[+-]?\\d{1,9}(?:_\\d+)*)(?![-+.\\d])|(?:[+-]\\d*)?(?![ed\\d]))\\s*.?",
            Pattern.DOTALL);

    private static final Pattern HEXADECIMAL = Pattern.compile("-?0x[0-9a-f]+(?:_[0-9a-f]+)*");
    private static final Pattern HEXADECIMAL_FLOAT =
            Pattern.compile("-?0x[0-9a-f]+(?<fraction>\\.[0-9a-f]+)?p[+-]?\\d+");
    private static final Pattern HEXADECIMAL_START = Pattern.compile("^[+-]?0x", Pattern.MULTILINE);
    private static final int HEXADECIMAL_PREFIX = 2;

    private static final BigInteger SMALLEST_LONG = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);
    /** The digits of an integer with a larger exponent would fill the memory. */
    private static final int LARGEST_EXPONENT = 400;

    abstract String normalize(String text);

    /** A whole number, without its fraction. */
    Object toInteger(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1L : 0L;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return fitted(new BigDecimal(number).toBigInteger());
        }
        if (value instanceof Timestamp time) {
            return time.instant().getEpochSecond();
        }
        return value instanceof Long || value instanceof BigInteger ? value : parseInteger(number(value));
    }

    /** A float. */
    Object toFloat(Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1.0 : 0.0;
        }
        return value instanceof Number number ? (Object) number.doubleValue() : (Object) parseFloat(number(value));
    }

    private String number(Object value) {
        if (value instanceof String text) {
            return TextChange.strip(normalize(text)).toLowerCase(Locale.ROOT);
        }
        throw notNumber(value);
    }

    private static Object parseInteger(String number) {
        return ShortNumber.isInteger(number) ? Long.valueOf(number) : fitted(parseAnyInteger(number));
    }

    private static BigInteger parseAnyInteger(String number) {
        if (HEXADECIMAL.matcher(number).matches()) {
            return hexadecimal(number);
        }
        Matcher fraction = HEXADECIMAL_FLOAT.matcher(number);
        if (fraction.matches() && fraction.group("fraction") != null) {
            return new BigDecimal(Double.parseDouble(number)).toBigInteger();
        }
        Matcher decimal = WITH_UNIT.matcher(number);
        if (!decimal.matches() || HEXADECIMAL_START.matcher(number).find()) {
            throw notNumber(number);
        }
        String exponent = decimal.group("exponent");
        String text = decimal.group("mantissa") + (exponent == null ? "" : "e" + exponent);
        return limited(new BigDecimal(text.replace("_", ""))).toBigInteger();
    }

    private static double parseFloat(String number) {
        return ShortNumber.isDecimal(number) ? Double.parseDouble(number) : parseAnyFloat(number);
    }

    private static double parseAnyFloat(String number) {
        if (HEXADECIMAL.matcher(number).matches()) {
            return hexadecimal(number).doubleValue();
        }
        if (HEXADECIMAL_FLOAT.matcher(number).matches()) {
            return Double.parseDouble(number);
        }
        if (!FLOAT.matcher(number).matches()) {
            throw notNumber(number);
        }
        return Double.parseDouble(number.replace("_", ""));
    }

    private static BigInteger hexadecimal(String number) {
        boolean negative = number.startsWith("-");
        String digits = number.substring(negative ? HEXADECIMAL_PREFIX + 1 : HEXADECIMAL_PREFIX)
                .replace("_", "");
        BigInteger size = new BigInteger(digits, 16);
        return negative ? size.negate() : size;
    }

    private static BigDecimal limited(BigDecimal number) {
        if (number.precision() - (long) number.scale() <= LARGEST_EXPONENT) {
            return number;
        }
        return BigDecimal.ONE.scaleByPowerOfTen(LARGEST_EXPONENT).multiply(BigDecimal.valueOf(number.signum()));
    }

    private static EventException notNumber(Object value) {
        return new EventException("Not a number: " + RubyText.inspect(value));
    }

    private static Object fitted(BigInteger number) {
        boolean fits = number.compareTo(SMALLEST_LONG) >= 0 && number.compareTo(LARGEST_LONG) <= 0;
        return fits ? (Object) number.longValue() : number;
    }
}
