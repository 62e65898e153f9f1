package io.kstash.filters.translate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of Ruby's YAML library, which is that of YAML 1.1 for the most part: {@code yes} is true, {@code 017} is 15, and
 * {@code 1:30} is in base 60. Dates, times and symbols, which an event does not hold as such, stay texts.
 */
final class RubyScalars {
    private static final Pattern INTEGER = Pattern.compile("(?<sign>[-+]?)(?:0b[_,]*(?<binary>[01][01_,]*)"
            + "|0x[_,]*(?<hex>\\p{XDigit}[\\p{XDigit}_,]*)"
            + "|0[_,]*(?<octal>[0-7][0-7_,]*)"
            + "|(?<decimal>0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:[0-9][0-9_,]*)?\\.[0-9]*(?:[eE][-+][0-9]+)?");
    private static final Pattern NO_FLOAT = Pattern.compile("[-+]?\\.(?:[eE].*)?");
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}");

    private RubyScalars() {}

    static @Nullable Object valueOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "~", "null" -> null;
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> numberOrText(text);
        };
    }

    private static Object numberOrText(String text) {
        if (BASE_60.matcher(text).matches()) {
            return base60(text.replace("_", "").split(":", -1));
        }
        if (FLOAT.matcher(text).matches()) {
            return NO_FLOAT.matcher(text).matches() ? text : (Object) Double.valueOf(digits(text));
        }
        Matcher integer = INTEGER.matcher(text);
        return integer.matches() ? integer(integer) : text;
    }

    private static Object integer(Matcher integer) {
        String sign = integer.group("sign").replace("+", "");
        if (integer.group("binary") != null) {
            return WholeNumber.of(sign + digits(integer.group("binary")), 2);
        }
        if (integer.group("hex") != null) {
            return WholeNumber.of(sign + digits(integer.group("hex")), 16);
        }
        if (integer.group("octal") != null) {
            return WholeNumber.of(sign + digits(integer.group("octal")), 8);
        }
        return WholeNumber.of(sign + digits(integer.group("decimal")), 10);
    }

    /** The first part counts hours, also where there are but two. */
    private static Object base60(String[] parts) {
        long sum = 0;
        long unit = 3600;
        for (String part : parts) {
            sum += Long.parseLong(part) * unit;
            unit /= 60;
        }
        return sum;
    }

    private static String digits(String number) {
        return number.replace("_", "").replace(",", "");
    }
}
