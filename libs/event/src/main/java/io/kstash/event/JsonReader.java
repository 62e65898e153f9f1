package io.kstash.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON to the values of an event: whole numbers become {@code Long} or {@code BigInteger}, others {@code Double}. Nesting
 * is limited to 1,000 levels. Thread-safe.
 */
public final class JsonReader {
    private static final int LONGEST_TEXT = 200_000_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * The first value; what follows it is not looked at. Null also stands for a text without any value: see
     * {@link #isBlank}.
     *
     * @throws JsonTextException where it is not JSON
     */
    public static @Nullable Object readFirst(byte[] utf8) {
        Map<String, @Nullable Object> plain = PlainJson.readFirst(utf8);
        return plain == null ? readAnyFirst(utf8) : plain;
    }

    /** The same, whatever the bytes are. */
    static @Nullable Object readAnyFirst(byte[] utf8) {
        if (startsWithByteOrderMark(utf8)) {
            throw new JsonTextException("it starts with a byte order mark");
        }
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return parser.nextToken() == null ? null : new Parse(parser, true).next();
        } catch (IOException notJson) {
            throw new JsonTextException(notJson);
        }
    }

    /**
     * All values, with white space or nothing between them.
     *
     * @throws JsonTextException where one is not JSON
     */
    public static List<@Nullable Object> readAll(byte[] utf8) {
        List<@Nullable Object> all = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            Parse values = new Parse(parser, true);
            while (parser.nextToken() != null) {
                all.add(values.next());
            }
            return all;
        } catch (IOException notJson) {
            throw new JsonTextException(notJson);
        }
    }

    /**
     * The last of all values in the text; each of them has to be JSON. That is how Logstash's json filter reads; there a
     * float is first a decimal number, so that -0.0 becomes 0.0.
     *
     * @throws JsonTextException where one is not JSON, or there is none
     */
    public static @Nullable Object readLast(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonTextException("it is empty");
            }
            Parse values = new Parse(parser, false);
            Object last = values.next();
            while (parser.nextToken() != null) {
                last = values.next();
            }
            return last;
        } catch (IOException notJson) {
            throw new JsonTextException(notJson);
        }
    }

    /** True if there is nothing but JSON's white space. */
    public static boolean isBlank(byte[] utf8) {
        for (byte b : utf8) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWithByteOrderMark(byte[] utf8) {
        return utf8.length >= 3 && utf8[0] == (byte) 0xEF && utf8[1] == (byte) 0xBB && utf8[2] == (byte) 0xBF;
    }

    /** The reading of one text, value by value. */
    private record Parse(JsonParser parser, boolean signedZero) {
        @Nullable Object next() throws IOException {
            return switch (parser.currentToken()) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_STRING -> parser.getText();
                case VALUE_NUMBER_INT -> integer();
                case VALUE_NUMBER_FLOAT -> fraction();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                default -> throw new JsonTextException("unexpected " + parser.currentToken());
            };
        }

        private Map<String, @Nullable Object> object() throws IOException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                object.put(name, next());
            }
            return object;
        }

        private List<@Nullable Object> array() throws IOException {
            List<@Nullable Object> array = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(next());
            }
            return array;
        }

        private Object integer() throws IOException {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? parser.getBigIntegerValue()
                    : (Object) parser.getLongValue();
        }

        private Object fraction() throws IOException {
            double number = parser.getDoubleValue();
            return number == 0 && !signedZero ? 0.0 : number;
        }
    }
}
