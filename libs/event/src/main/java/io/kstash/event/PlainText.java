package io.kstash.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as {@code %{…}} prints it: texts and numbers as Java does ({@code 1.0E10}), hashes as JSON, lists joined with
 * commas. The entries of a hash come in the order of a {@link HashMap}, on which pipelines may depend: so Logstash has it.
 */
public final class PlainText {
    private PlainText() {}

    /** The text of a value that is not null. */
    public static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof List<?> list) {
            return join(list);
        }
        if (value instanceof Double number) {
            return FloatText.of(number);
        }
        return value instanceof Map<?, ?> ? JsonWriter.text(inHashOrder(value)) : value.toString();
    }

    /** The value as Java prints it, {@code {k=v}} and {@code [a, b]}. */
    public static String ofJava(@Nullable Object value) {
        return String.valueOf(inHashOrder(value));
    }

    private static @Nullable Object inHashOrder(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> ordered = new HashMap<>(map.size());
            map.forEach((name, element) -> ordered.put(name, inHashOrder(element)));
            return ordered;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(element -> copy.add(inHashOrder(element)));
            return copy;
        }
        return value;
    }

    private static String join(List<?> list) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < list.size(); i++) {
            joined.append(i == 0 ? "" : ",").append(element(list.get(i)));
        }
        return joined.toString();
    }

    /** Inside a list even a hash prints as Java does, {@code {k=v}}, and null as nothing. */
    private static String element(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> list ? join(list) : ofJava(value);
    }
}
