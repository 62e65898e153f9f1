package io.kstash.filters.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a value: another type where the text has its form, else the text as it was. */
@FunctionalInterface
interface Conversion {
    Conversion NONE = value -> value;

    /** The names in a pipeline, for people to read. */
    List<String> NAMES = List.of("integer", "float", "date", "date_time", "boolean");

    Map<Object, Conversion> BY_NAME = Map.of(
            "integer", orSame(RubyNumbers::integer),
            "float", orSame(RubyNumbers::fraction),
            "date", orSame(Dates::date),
            "date_time", orSame(Dates::dateTime),
            "boolean", Conversion::toBoolean);

    @Nullable Object convert(@Nullable String value);

    static Optional<Conversion> named(Object name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Conversion orSame(Parse parse) {
        return value -> value == null ? null : parse.parse(value).orElse(value);
    }

    /** Unlike the others, it fails without a value and gives back a changed text. */
    private static Object toBoolean(@Nullable String value) {
        if (value == null) {
            throw new MalformedCsvException("a missing value cannot become a boolean");
        }
        String text = RubyNumbers.strip(value).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text;
        };
    }

    /** Empty where the text has another form. */
    @FunctionalInterface
    interface Parse {
        Optional<Object> parse(String text);
    }
}
