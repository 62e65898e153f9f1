package io.kstash.regexp;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes of characters by their code points, four digits or several in braces, which Ruby resolves and joni does not. */
final class UnicodeEscapes {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u(?:([0-9A-Fa-f]{4})|\\{([0-9A-Fa-f\\s]*)})?|[^u])", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int FIRST_BEYOND_ASCII = 0x80;

    private UnicodeEscapes() {}

    /** @throws RegexpSyntaxException where one is no character */
    static String resolve(String pattern) {
        return pattern.contains("\\u")
                ? ESCAPE.matcher(pattern).replaceAll(escape -> Matcher.quoteReplacement(resolve(pattern, escape)))
                : pattern;
    }

    private static String resolve(String pattern, MatchResult escape) {
        if (!escape.group().startsWith("\\u")) {
            return escape.group();
        }
        String codes = escape.group(1) == null ? String.valueOf(escape.group(2)).strip() : escape.group(1);
        StringBuilder characters = new StringBuilder();
        for (String code : SPACE.split(codes, -1)) {
            characters.append(character(pattern, code));
        }
        return characters.toString();
    }

    private static String character(String pattern, String code) {
        int codePoint = code.matches("[0-9A-Fa-f]{1,6}") ? Integer.parseInt(code, 16) : Integer.MAX_VALUE;
        if (!Character.isValidCodePoint(codePoint) || isSurrogate(codePoint)) {
            throw new RegexpSyntaxException(pattern, "invalid Unicode escape", null);
        }
        // A character that means something in a pattern must not do so when it is escaped.
        return codePoint < FIRST_BEYOND_ASCII
                ? String.format(Locale.ROOT, "\\x%02X", codePoint)
                : Character.toString(codePoint);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
