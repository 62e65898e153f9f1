package io.kstash.filters.csv;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as Ruby's {@code Integer()} and {@code Float()} read them: with white space around, underscores between digits,
 * and 0x, 0b, 0o or a mere 0 before other bases.
 */
final class RubyNumbers {
    private static final Pattern INTEGER = Pattern.compile(
            "(?<sign>[+-]?)(?:0x(?<hex>[0-9a-f]+)|0b(?<binary>[01]+)|0o?(?<octal>[0-7]+)|(?:0d)?(?<decimal>0|[1-9][0-9]*))",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> BASES = Map.of("hex", 16, "binary", 2, "octal", 8, "decimal", 10);
    private static final Pattern FRACTION = Pattern.compile("[+-]?(?:[0-9]*\\.[0-9]+|[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern HEX_FRACTION =
            Pattern.compile("-?0[xX][0-9a-fA-F]+(?<exponent>(?:\\.[0-9a-fA-F]+)?[pP][+-]?[0-9]+)?");
    private static final String WHITE_SPACE = " \t\n\u000b\f\r\0";
    private static final String DECIMAL_DIGITS = "0123456789";
    private static final String HEX_DIGITS = "0123456789abcdefABCDEF";
    private static final int LONGEST_LONG = 18;
    /** Time to read a longer one grows with the square of its length: it stays a text. */
    private static final int MOST_DIGITS = 10_000;

    private RubyNumbers() {}

    /** A {@code Long}, or a {@code BigInteger} where it is too large. */
    static Optional<Object> integer(String text) {
        if (text.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        return written(text)
                .map(INTEGER::matcher)
                .filter(Matcher::matches)
                .flatMap(matcher -> BASES.entrySet().stream()
                        .filter(base -> matcher.group(base.getKey()) != null)
                        .map(base -> whole(matcher.group("sign") + matcher.group(base.getKey()), base.getValue()))
                        .findFirst());
    }

    private static Object whole(String digits, int base) {
        if (base == 10 && digits.length() <= LONGEST_LONG) {
            return Long.parseLong(digits);
        }
        BigInteger number = new BigInteger(digits, base);
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    /** A {@code Double}; what is too large is infinite. */
    static Optional<Object> fraction(String text) {
        Optional<String> written = written(text);
        return written.filter(number -> FRACTION.matcher(number).matches())
                .map(number -> (Object) Double.valueOf(number))
                .or(() -> written.filter(number -> text.startsWith(number.substring(0, 1)))
                        .flatMap(RubyNumbers::hexFraction));
    }

    private static Optional<Object> hexFraction(String number) {
        Matcher matcher = HEX_FRACTION.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = number.toLowerCase(Locale.ROOT);
        return Optional.of(Double.valueOf(matcher.group("exponent") == null ? digits + "p0" : digits));
    }

    /** The number without what Ruby allows around and within; empty where that is at a wrong place. */
    private static Optional<String> written(String text) {
        String number = strip(text);
        boolean hex = number.indexOf('x') >= 0 || number.indexOf('X') >= 0;
        String digits = hex ? HEX_DIGITS : DECIMAL_DIGITS;
        for (int i = number.indexOf('_'); i >= 0; i = number.indexOf('_', i + 1)) {
            if (!isDigit(number, i - 1, digits) || !isDigit(number, i + 1, digits)) {
                return Optional.empty();
            }
        }
        // A null character is white space to strip, but not in a number.
        return number.isEmpty() || text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(number.replace("_", ""));
    }

    private static boolean isDigit(String number, int position, String digits) {
        return position >= 0 && position < number.length() && digits.indexOf(number.charAt(position)) >= 0;
    }

    /** As {@code String#strip}: without white space and null characters at both ends. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && WHITE_SPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && WHITE_SPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
