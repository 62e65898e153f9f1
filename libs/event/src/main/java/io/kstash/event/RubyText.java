package io.kstash.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Values as Ruby's {@code to_s} and {@code inspect} print them. Logstash is written in Ruby, so these forms reach the
 * data of its users: {@code 1.0e+20}, {@code ["a", nil]}.
 */
public final class RubyText {
    private static final double SCIENTIFIC_FROM = 1e16;
    private static final double SCIENTIFIC_BELOW = 1e-4;
    /** The one control character that Ruby prints as it is. */
    private static final int NEXT_LINE = 0x85;

    private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*(?<number>[+-]?\\d+(?:_\\d+)*)");

    private RubyText() {}

    /** As {@code to_s}: a text is itself, null is empty, all else as {@link #inspect}. */
    public static String toS(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof String text ? text : inspect(value);
    }

    /** As {@code inspect}: texts in quotes with escapes, null is {@code nil}. */
    public static String inspect(@Nullable Object value) {
        if (value == null) {
            return "nil";
        }
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Double number) {
            return floatText(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RubyText::inspect).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Map<?, ?> map ? inspectMap(map) : value.toString();
    }

    /**
     * As {@code to_i}: the whole number with which a text starts, or 0. Beyond the range of a long it is the nearest long.
     */
    public static long toI(String text) {
        Matcher start = LEADING_INTEGER.matcher(text);
        if (!start.lookingAt()) {
            return 0;
        }
        String number = start.group("number").replace("_", "");
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException tooLong) {
            return number.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static String inspectMap(Map<?, ?> map) {
        if (map.isEmpty()) {
            return "{}";
        }
        return map.entrySet().stream()
                .map(entry -> inspect(entry.getKey()) + " => " + inspect(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** A float: plain between 0.0001 and 1e16, else as {@code 1.0e+20}. */
    public static String floatText(double number) {
        double size = Math.abs(number);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return FloatText.of(number);
        }
        if (size == 0 || (size >= SCIENTIFIC_BELOW && size < SCIENTIFIC_FROM)) {
            return fixed(number);
        }
        String text = FloatText.of(number);
        int exponentAt = text.indexOf('E');
        int exponent = Integer.parseInt(text.substring(exponentAt + 1));
        return text.substring(0, exponentAt)
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String fixed(double number) {
        String text = FloatText.of(number);
        if (text.indexOf('E') < 0) {
            return text;
        }
        String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    /** A text in double quotes, with Ruby's escapes. */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            escape(text, i, quoted);
        }
        return quoted.append('"').toString();
    }

    private static void escape(String text, int position, StringBuilder to) {
        int c = text.codePointAt(position);
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\t' -> to.append("\\t");
            case '\r' -> to.append("\\r");
            case 0x07 -> to.append("\\a");
            case 0x08 -> to.append("\\b");
            case 0x0b -> to.append("\\v");
            case 0x0c -> to.append("\\f");
            case 0x1b -> to.append("\\e");
            case '#' -> to.append(startsInterpolation(text, position) ? "\\#" : "#");
            default -> to.append(isPrintable(c) ? Character.toString(c) : unicodeEscape(c));
        }
    }

    private static String unicodeEscape(int c) {
        return String.format(Locale.ROOT, Character.isBmpCodePoint(c) ? "\\u%04X" : "\\u{%X}", c);
    }

    /** True where Ruby prints the character itself; in doubt, since its Unicode may be newer than Java's. */
    private static boolean isPrintable(int c) {
        boolean nonCharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return !nonCharacter
                && switch (Character.getType(c)) {
                    case Character.CONTROL -> c == NEXT_LINE;
                    case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }

    private static boolean startsInterpolation(String text, int position) {
        return position + 1 < text.length() && "{$@".indexOf(text.charAt(position + 1)) >= 0;
    }
}
