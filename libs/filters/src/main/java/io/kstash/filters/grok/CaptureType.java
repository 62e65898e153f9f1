package io.kstash.filters.grok;

import io.kstash.event.ShortNumber;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the text of a capture becomes. */
enum CaptureType {
    TEXT {
        @Override
        Object convert(String text) {
            return text;
        }
    },
    /** As Ruby's {@code to_i}: the digits that the text begins with, and zero where there are none. */
    INT {
        @Override
        Object convert(String text) {
            return ShortNumber.isInteger(text) ? Long.valueOf(text) : firstInteger(text);
        }
    },
    /** As Ruby's {@code to_f}: the number that the text begins with, and zero where there is none. */
    FLOAT {
        @Override
        Object convert(String text) {
            Matcher number = FLOAT_AT_START.matcher(text);
            return number.lookingAt() ? Double.parseDouble(withoutUnderscores(number.group(1))) : 0.0;
        }
    };

    private static final Pattern INTEGER_AT_START = Pattern.compile("\\s*([+-]?)(?:0[dD](?=\\d))?(\\d++(?:_\\d++)*+)");
    private static final Pattern FLOAT_AT_START = Pattern.compile(
            "\\s*([+-]?(?:\\d++(?:_\\d++)*+(?:\\.\\d++(?:_\\d++)*+)?|\\.\\d++(?:_\\d++)*+)(?:[eE][+-]?\\d++)?)");

    abstract Object convert(String text);

    /** Of the part behind the second colon of {@code %{NAME:field:type}}; Logstash ignores types that it does not know. */
    static CaptureType ofName(String name) {
        return switch (name) {
            case "int" -> INT;
            case "float" -> FLOAT;
            default -> TEXT;
        };
    }

    private static Object firstInteger(String text) {
        Matcher number = INTEGER_AT_START.matcher(text);
        if (!number.lookingAt()) {
            return 0L;
        }
        BigInteger parsed = new BigInteger(number.group(1) + withoutUnderscores(number.group(2)));
        return parsed.bitLength() < Long.SIZE ? (Object) parsed.longValue() : parsed;
    }

    private static String withoutUnderscores(String digits) {
        return digits.replace("_", "");
    }
}
