package io.kstash.filters.translate;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The few rules of {@code yaml_load_strategy => streaming}. */
final class StreamedScalars {
    private static final Pattern INTEGER = Pattern.compile("-?\\d+");
    private static final Pattern FLOAT = Pattern.compile("-?\\d+\\.\\d+");

    private StreamedScalars() {}

    static @Nullable Object valueOf(String text) {
        return switch (text) {
            case "null", "", "~" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return WholeNumber.of(text, 10);
        }
        return FLOAT.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
