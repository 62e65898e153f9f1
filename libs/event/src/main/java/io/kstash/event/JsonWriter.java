package io.kstash.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of an event as JSON, byte for byte as Logstash prints them: no spaces, floats as Java prints them
 * ({@code 1.0E10}), infinity as a text, characters beyond ASCII as they are (half of a
 * surrogate pair, which UTF-8 cannot hold, as its escape). Thread-safe.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonWriter() {}

    /** The value as JSON in UTF-8; who writes many takes {@link JsonBytes}. */
    public static byte[] utf8(@Nullable Object value) {
        return new JsonBytes().of(value);
    }

    /** The value as JSON. */
    public static String text(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(value, generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator to) throws IOException {
        if (value == null) {
            to.writeNull();
        } else if (value instanceof String text) {
            to.writeString(text);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map, to);
        } else if (value instanceof List<?> list) {
            writeArray(list, to);
        } else if (value instanceof Boolean bool) {
            to.writeBoolean(bool);
        } else if (value instanceof Number number) {
            writeNumber(number, to);
        } else {
            to.writeString(value.toString());
        }
    }

    private static void writeNumber(Number number, JsonGenerator to) throws IOException {
        if (number instanceof Double fraction) {
            to.writeNumber(fraction);
        } else if (number instanceof BigInteger big) {
            to.writeNumber(big);
        } else {
            to.writeNumber(number.longValue());
        }
    }

    private static void writeObject(Map<?, ?> map, JsonGenerator to) throws IOException {
        to.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            to.writeFieldName(String.valueOf(entry.getKey()));
            write(entry.getValue(), to);
        }
        to.writeEndObject();
    }

    private static void writeArray(List<?> list, JsonGenerator to) throws IOException {
        to.writeStartArray();
        for (Object element : list) {
            write(element, to);
        }
        to.writeEndArray();
    }
}
