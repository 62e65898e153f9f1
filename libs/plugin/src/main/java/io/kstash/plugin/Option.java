package io.kstash.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One option of a plugin. A plugin holds its options as constants, and reads them from {@link Options} with their type.
 *
 * @param <T> the type of its value
 */
public final class Option<T> {
    private final String name;
    private final OptionType<T> type;
    private final String description;
    private final boolean required;
    private final @Nullable Object defaultValue;
    private final @Nullable String alternative;

    private Option(
            String name,
            OptionType<T> type,
            String description,
            boolean required,
            @Nullable Object defaultValue,
            @Nullable String alternative) {
        this.name = name;
        this.type = type;
        this.description = description;
        this.required = required;
        this.defaultValue = defaultValue;
        this.alternative = alternative;
    }

    /** An option that may be left out; then {@link Options#find} answers nothing. */
    public static <T> Option<T> optional(String name, OptionType<T> type, String description) {
        return new Option<>(name, type, description, false, null, null);
    }

    /** An option that must be given. */
    public static <T> Option<T> required(String name, OptionType<T> type, String description) {
        return new Option<>(name, type, description, true, null, null);
    }

    /** An option with a default, which is written as a pipeline's author would write it. */
    public static <T> Option<T> withDefault(String name, OptionType<T> type, Object defaultValue, String description) {
        return new Option<>(name, type, description, false, defaultValue, null);
    }

    /** An option that Logstash knows and kstash refuses, with what to do instead. */
    public static Option<Object> unsupported(String name, String alternative) {
        return new Option<>(name, OptionType.ANY, "Not supported: " + alternative, false, null, alternative);
    }

    public String name() {
        return name;
    }

    public OptionType<T> type() {
        return type;
    }

    /** One sentence for the reference: what it does, with units. */
    public String description() {
        return description;
    }

    public boolean isRequired() {
        return required;
    }

    /** The value that holds where none is given, before conversion. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** Present where the option is refused: what to do instead. */
    public Optional<String> alternative() {
        return Optional.ofNullable(alternative);
    }

    @Override
    public String toString() {
        return name;
    }
}
