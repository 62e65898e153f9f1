package io.kstash.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON that programs write most: an object whose texts are ASCII without escapes and whose numbers have few digits.
 * What is anything else, be it correct or not, is left to a general parser, which takes three times as long: half of that
 * before it sees the first byte.
 */
final class PlainJson {
    /** A general parser looks at the length of names, and of large objects. */
    private static final int LARGEST = 32 * 1024;

    private static final int DEEPEST = 64;
    /** Any number of so many digits fits a long. */
    private static final int MOST_DIGITS = 18;
    /** Any number of so many digits is exactly a double, and so is the power of ten by which it is divided. */
    private static final int MOST_DIGITS_OF_FRACTION = 15;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final byte[] json;
    private int at;

    private PlainJson(byte[] json) {
        this.json = json;
    }

    /** The object with which the bytes begin; null where they have to be read by somebody else. What follows is not looked at. */
    static @Nullable Map<String, @Nullable Object> readFirst(byte[] json) {
        if (json.length > LARGEST) {
            return null;
        }
        try {
            PlainJson reading = new PlainJson(json);
            return reading.next() == '{' ? reading.object(0) : null;
        } catch (Unusual leftToOthers) {
            return null;
        }
    }

    private @Nullable Object value(byte first, int depth) throws Unusual {
        return switch (first) {
            case '"' -> text();
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number(first);
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws Unusual {
        require(depth < DEEPEST);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        byte token = next();
        if (token == '}') {
            return object;
        }
        while (true) {
            require(token == '"');
            String name = name();
            require(next() == ':');
            object.put(name, value(next(), depth));
            token = next();
            if (token == '}') {
                return object;
            }
            require(token == ',');
            token = next();
        }
    }

    private List<@Nullable Object> array(int depth) throws Unusual {
        require(depth < DEEPEST);
        List<@Nullable Object> array = new ArrayList<>();
        byte token = next();
        if (token == ']') {
            return array;
        }
        while (true) {
            array.add(value(token, depth));
            token = next();
            if (token == ']') {
                return array;
            }
            require(token == ',');
            token = next();
        }
    }

    private String name() throws Unusual {
        int hash = 0;
        for (int i = at; i < json.length; i++) {
            byte c = json[i];
            if (c == '"') {
                int start = at;
                at = i + 1;
                return KnownNames.of(json, start, i - start, hash);
            }
            require(isPlain(c));
            hash = 31 * hash + c;
        }
        throw new Unusual();
    }

    private String text() throws Unusual {
        int start = at;
        return KnownNames.text(json, start, endOfText() - start);
    }

    /** Goes behind the quote. */
    private int endOfText() throws Unusual {
        for (int i = at; i < json.length; i++) {
            byte c = json[i];
            if (c == '"') {
                at = i + 1;
                return i;
            }
            require(isPlain(c));
        }
        throw new Unusual();
    }

    /** Neither the beginning of an escape nor a control character; bytes of characters beyond ASCII are negative. */
    private static boolean isPlain(byte c) {
        return c >= ' ' && c != '\\';
    }

    private @Nullable Object literal(String expected, @Nullable Object value) throws Unusual {
        for (int i = 1; i < expected.length(); i++) {
            require(at < json.length && json[at] == expected.charAt(i));
            at++;
        }
        requireEndOfValue();
        return value;
    }

    private Object number(byte first) throws Unusual {
        boolean negative = first == '-';
        int start = negative ? at : at - 1;
        at = start;
        long digits = digits(0);
        int length = at - start;
        // A zero stands alone.
        require(length > 0 && length <= MOST_DIGITS && (json[start] != '0' || length == 1));
        if (at < json.length && json[at] == '.') {
            return fraction(negative, digits, length);
        }
        requireEndOfValue();
        return negative ? -digits : digits;
    }

    private double fraction(boolean negative, long whole, int wholeLength) throws Unusual {
        at++;
        int start = at;
        long digits = digits(whole);
        int length = at - start;
        require(length > 0 && wholeLength + length <= MOST_DIGITS_OF_FRACTION);
        requireEndOfValue();
        double size = digits / POWERS_OF_TEN[length];
        return negative ? -size : size;
    }

    /** Adds digits to a number, and goes behind them; more than fit make a wrong number, which their count tells. */
    private long digits(long before) {
        long number = before;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            number = number * 10 + (json[at] - '0');
            at++;
        }
        return number;
    }

    /** An exponent, or what is none, is not for here. */
    private void requireEndOfValue() throws Unusual {
        require(at < json.length);
        byte c = json[at];
        require(c == ',' || c == '}' || c == ']' || isSpace(c));
    }

    /** The next byte that is no white space; goes behind it. */
    private byte next() throws Unusual {
        while (at < json.length) {
            byte c = json[at++];
            if (!isSpace(c)) {
                return c;
            }
        }
        throw new Unusual();
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private static void require(boolean usual) throws Unusual {
        if (!usual) {
            throw new Unusual();
        }
    }

    /** The way out for what is read by somebody else; nobody sees it, so that it needs no stack trace. */
    private static final class Unusual extends Exception {
        private static final long serialVersionUID = 1L;

        Unusual() {
            super("unusual", null, false, false);
        }
    }
}
