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
        if (startsWithByteOrderMark(utf8)) {
            throw new JsonTextException("it starts with a byte order mark");
        }
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return parser.nextToken() == null ? null : value(parser);
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
        List<@Nullable Object> values = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            while (parser.nextToken() != null) {
                values.add(value(parser));
            }
            return values;
        } catch (IOException notJson) {
            throw new JsonTextException(notJson);
        }
    }

    /**
     * The last of all values in the text; each of them has to be JSON.
     *
     * @throws JsonTextException where one is not JSON, or there is none
     */
    public static @Nullable Object readLast(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonTextException("it is empty");
            }
            Object last = value(parser);
            while (parser.nextToken() != null) {
                last = value(parser);
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

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonTextException("unexpected " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Object integer(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getBigIntegerValue()
                : (Object) parser.getLongValue();
    }
}
