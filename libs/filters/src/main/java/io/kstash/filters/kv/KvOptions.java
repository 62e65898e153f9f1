package io.kstash.filters.kv;

import io.kstash.event.FieldReference;
import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of the filter. */
final class KvOptions {
    static final String LENIENT = "lenient";
    static final String LOWERCASE = "lowercase";
    static final String UPPERCASE = "uppercase";
    static final String CAPITALIZE = "capitalize";

    static final Option<Optional<FieldReference>> SOURCE =
            Option.withDefault("source", OptionType.FIELD_REFERENCE, "message", "The field that holds the pairs.");
    static final Option<Optional<FieldReference>> TARGET = Option.optional(
            "target",
            OptionType.FIELD_REFERENCE,
            "The field under which the pairs go, in place of what it held; else they go to the top.");
    static final Option<String> FIELD_SPLIT = Option.withDefault(
            "field_split",
            OptionType.STRING,
            " ",
            "The characters between pairs, as in a character class: precede ], ^, - and \\ with a backslash.");
    static final Option<String> FIELD_SPLIT_PATTERN = Option.optional(
            "field_split_pattern",
            OptionType.STRING,
            "A regular expression for what is between pairs; it replaces field_split.");
    static final Option<String> VALUE_SPLIT = Option.withDefault(
            "value_split",
            OptionType.STRING,
            "=",
            "The characters between key and value, as in a character class: precede ], ^, - and \\ with a backslash.");
    static final Option<String> VALUE_SPLIT_PATTERN = Option.optional(
            "value_split_pattern",
            OptionType.STRING,
            "A regular expression for what is between key and value; it replaces value_split.");
    static final Option<String> WHITESPACE = Option.withDefault(
            "whitespace",
            OptionType.oneOf("strict", LENIENT),
            LENIENT,
            "Whether spaces around what is between key and value are passed over (lenient) or count (strict).");
    static final Option<Boolean> INCLUDE_BRACKETS = Option.withDefault(
            "include_brackets",
            OptionType.BOOLEAN,
            "true",
            "Whether (), [] and <> enclose values as quotes do, and go with them.");
    static final Option<List<String>> INCLUDE_KEYS = Option.withDefault(
            "include_keys",
            OptionType.STRINGS,
            List.of(),
            "The keys that count, without the prefix; all where there is none.");
    static final Option<List<String>> EXCLUDE_KEYS = Option.withDefault(
            "exclude_keys", OptionType.STRINGS, List.of(), "The keys that do not count, without the prefix.");
    static final Option<Map<String, Object>> DEFAULT_KEYS =
            Option.withDefault("default_keys", OptionType.HASH, Map.of(), "The values of keys that are not found.");
    static final Option<Boolean> ALLOW_DUPLICATE_VALUES = Option.withDefault(
            "allow_duplicate_values",
            OptionType.BOOLEAN,
            "true",
            "Whether a value that a key has already is added to its values.");
    static final Option<Boolean> ALLOW_EMPTY_VALUES = Option.withDefault(
            "allow_empty_values", OptionType.BOOLEAN, "false", "Whether keys with empty values count.");
    static final Option<Boolean> RECURSIVE = Option.withDefault(
            "recursive", OptionType.BOOLEAN, "false", "Whether values are looked through for pairs in turn.");
    static final Option<String> PREFIX =
            Option.withDefault("prefix", OptionType.STRING, "", "What precedes the keys as the names of fields.");
    static final Option<String> TRIM_KEY = Option.optional(
            "trim_key", OptionType.STRING, "The characters to cut from both ends of keys, as in a character class.");
    static final Option<String> TRIM_VALUE = Option.optional(
            "trim_value",
            OptionType.STRING,
            "The characters to cut from both ends of values, as in a character class.");
    static final Option<String> REMOVE_CHAR_KEY = Option.optional(
            "remove_char_key", OptionType.STRING, "The characters to remove from keys, as in a character class.");
    static final Option<String> REMOVE_CHAR_VALUE = Option.optional(
            "remove_char_value", OptionType.STRING, "The characters to remove from values, as in a character class.");
    static final Option<String> TRANSFORM_KEY = Option.optional(
            "transform_key", OptionType.oneOf(LOWERCASE, UPPERCASE, CAPITALIZE), "The case to put keys in.");
    static final Option<String> TRANSFORM_VALUE = Option.optional(
            "transform_value", OptionType.oneOf(LOWERCASE, UPPERCASE, CAPITALIZE), "The case to put values in.");
    static final Option<Number> TIMEOUT_MILLIS = Option.withDefault(
            "timeout_millis",
            OptionType.NUMBER,
            30_000L,
            "How many milliseconds parsing may take; 0 for as long as all filters may take for an event.");
    static final Option<String> TAG_ON_TIMEOUT = Option.withDefault(
            "tag_on_timeout",
            OptionType.STRING,
            "_kv_filter_timeout",
            "The tag of an event whose parsing takes too long.");
    static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure", OptionType.STRINGS, List.of("_kv_filter_error"), "The tags of events that fail.");

    static final List<Option<?>> ALL = List.of(
            SOURCE,
            TARGET,
            FIELD_SPLIT,
            FIELD_SPLIT_PATTERN,
            VALUE_SPLIT,
            VALUE_SPLIT_PATTERN,
            WHITESPACE,
            INCLUDE_BRACKETS,
            INCLUDE_KEYS,
            EXCLUDE_KEYS,
            DEFAULT_KEYS,
            ALLOW_DUPLICATE_VALUES,
            ALLOW_EMPTY_VALUES,
            RECURSIVE,
            PREFIX,
            TRIM_KEY,
            TRIM_VALUE,
            REMOVE_CHAR_KEY,
            REMOVE_CHAR_VALUE,
            TRANSFORM_KEY,
            TRANSFORM_VALUE,
            TIMEOUT_MILLIS,
            TAG_ON_TIMEOUT,
            TAG_ON_FAILURE,
            EcsCompatibility.OPTION);

    private KvOptions() {}
}
