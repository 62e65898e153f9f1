package io.kstash.filters.xml;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** References to entities and characters, as REXML takes them. */
final class References {
    private static final String NAME_START = ":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D"
            + "\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD"
            + "\\x{10000}-\\x{EFFFF}";
    private static final Pattern NAME =
            Pattern.compile("[" + NAME_START + "][" + NAME_START + "\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*");
    private static final Pattern NUMBER = Pattern.compile("#(?:[0-9]+|x[0-9a-fA-F]+)");
    /** Of a number that can be a character, leading zeros apart. */
    private static final int MOST_DIGITS = 9;

    private References() {}

    /**
     * The text, if all that it holds is allowed.
     *
     * @throws XmlException where it has a {@code <}, an ampersand that begins no reference, or a control character
     */
    static String checked(String written) {
        if (written.codePoints().anyMatch(character -> !isAllowed(character))) {
            checkLines(written);
        }
        if (written.indexOf('<') >= 0) {
            throw new XmlException("there is a < where it cannot be");
        }
        int start = written.indexOf('&');
        while (start >= 0) {
            start = written.indexOf('&', checkReference(written, start));
        }
        return written;
    }

    /** REXML's expression lets a text pass if only one of its lines is in order. */
    private static void checkLines(String written) {
        boolean oneInOrder = written.lines().anyMatch(line -> line.codePoints().allMatch(References::isAllowed));
        if (!oneInOrder) {
            throw new XmlException("there is a control character");
        }
    }

    /** Answers where the reference ends. */
    private static int checkReference(String written, int start) {
        int end = written.indexOf(';', start);
        String reference = end < 0 ? "" : written.substring(start + 1, end);
        boolean number = reference.startsWith("#");
        boolean allowed = number
                ? codePoint(reference).isPresent()
                : NAME.matcher(reference).matches();
        if (!allowed) {
            throw new XmlException("there is a & that begins no reference");
        }
        return end;
    }

    /** The character that {@code #65} or {@code #x41} stands for; empty where it is none or not allowed. */
    static OptionalInt codePoint(String reference) {
        if (!NUMBER.matcher(reference).matches()) {
            return OptionalInt.empty();
        }
        boolean hex = reference.charAt(1) == 'x';
        String digits = reference.substring(hex ? 2 : 1).replaceFirst("^0+(?=.)", "");
        if (digits.length() > MOST_DIGITS) {
            return OptionalInt.empty();
        }
        long character = Long.parseLong(digits, hex ? 16 : 10);
        return character <= Character.MAX_CODE_POINT && isAllowed((int) character)
                ? OptionalInt.of((int) character)
                : OptionalInt.empty();
    }

    private static boolean isAllowed(int character) {
        return character >= ' '
                ? character <= 0xD7FF || (character >= 0xE000 && character != 0xFFFE && character != 0xFFFF)
                : character == '\t' || character == '\n' || character == '\r';
    }
}
