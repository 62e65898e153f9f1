package io.kstash.filters.translate;

import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import io.kstash.plugin.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The options that say which dictionary there is, and how it is searched. */
final class DictionaryOptions {
    static final Option<Map<Object, Object>> DICTIONARY =
            Option.withDefault("dictionary", OptionType.TYPED_HASH, Map.of(), "The dictionary itself.");
    static final Option<Path> DICTIONARY_PATH = Option.optional(
            "dictionary_path",
            OptionType.PATH,
            "The file that holds the dictionary, which ends in .yml, .yaml, .json or .csv.");
    static final Option<Number> YAML_LIMIT = Option.optional(
            "yaml_dictionary_code_point_limit",
            OptionType.NUMBER,
            "How many characters a YAML file may have; 134217728 where nothing is said.");
    static final Option<String> YAML_LOAD_STRATEGY = Option.withDefault(
            "yaml_load_strategy",
            OptionType.oneOf("streaming", "one_shot"),
            "one_shot",
            "How words of a YAML file are read: streaming knows null, true, false and plain numbers only.");
    static final Option<Number> REFRESH_INTERVAL = Option.withDefault(
            "refresh_interval",
            OptionType.NUMBER,
            300L,
            "Seconds after which the file is read again if it has changed, and above 300 in any case; 0 for never.");
    static final Option<String> REFRESH_BEHAVIOUR = Option.withDefault(
            "refresh_behaviour",
            OptionType.oneOf("merge", "replace"),
            "merge",
            "Whether entries that the file no longer has are kept (merge) or dropped (replace).");
    static final Option<Boolean> EXACT = Option.withDefault(
            "exact",
            OptionType.BOOLEAN,
            "true",
            "Whether a key has to be the whole value; else each key that occurs in the value is replaced there.");
    static final Option<Boolean> REGEX = Option.withDefault(
            "regex",
            OptionType.BOOLEAN,
            "false",
            "Whether keys are regular expressions, of which the first that matches counts; needs exact.");

    private static final long DEFAULT_YAML_LIMIT = 134_217_728;
    /** Seconds up to which only a file that has changed is read again. */
    private static final double SHORT_REFRESH = 300;

    private static final double MILLIS_PER_SECOND = 1000;

    private DictionaryOptions() {}

    /**
     * The dictionary of these options.
     *
     * @throws InvalidOptionException where there is none, or it cannot be used
     */
    static Lookup lookup(Options options, RefreshSchedule schedule) {
        Optional<Path> path = options.find(DICTIONARY_PATH);
        if (path.isEmpty()) {
            return inline(options);
        }
        if (!options.get(DICTIONARY).isEmpty()) {
            throw new InvalidOptionException(
                    DICTIONARY_PATH, "goes not together with 'dictionary': remove one of them");
        }
        DictionaryFile file = open(path.get(), options);
        double interval = options.get(REFRESH_INTERVAL).doubleValue();
        if (interval > 0) {
            schedule.refresh(file, Duration.ofMillis(Math.max(1, (long) (interval * MILLIS_PER_SECOND))));
        }
        return file;
    }

    private static Lookup inline(Options options) {
        try {
            return matching(options).in(options.get(DICTIONARY));
        } catch (DictionaryException invalid) {
            throw new InvalidOptionException(DICTIONARY, String.valueOf(invalid.getMessage()));
        }
    }

    private static DictionaryFile open(Path path, Options options) {
        if (!Files.exists(path)) {
            throw new InvalidOptionException(DICTIONARY_PATH, "names a file that does not exist: " + path);
        }
        DictionaryReader reader = reader(path.toString(), options);
        var behaviour = new DictionaryFile.RefreshBehaviour(
                options.get(REFRESH_BEHAVIOUR).equals("merge"),
                options.get(REFRESH_INTERVAL).doubleValue() > SHORT_REFRESH);
        try {
            return new DictionaryFile(path, reader, matching(options), behaviour);
        } catch (DictionaryException invalid) {
            throw new InvalidOptionException(
                    DICTIONARY_PATH, "names a file that " + invalid.getMessage() + ": " + path);
        } catch (IOException unreadable) {
            throw new InvalidOptionException(
                    DICTIONARY_PATH, "names a file that cannot be read (" + unreadable.getMessage() + "): " + path);
        }
    }

    private static DictionaryReader reader(String path, Options options) {
        if (path.endsWith(".yml") || path.endsWith(".yaml")) {
            return yaml(options);
        }
        if (options.find(YAML_LIMIT).isPresent()) {
            throw new InvalidOptionException(YAML_LIMIT, "is for YAML files only: remove it");
        }
        if (path.endsWith(".json")) {
            return JsonDictionary::read;
        }
        if (path.endsWith(".csv")) {
            return CsvDictionary::read;
        }
        throw new InvalidOptionException(
                DICTIONARY_PATH,
                "has to end in .yml, .yaml, .json or .csv, which says the format of the file: " + path);
    }

    private static DictionaryReader yaml(Options options) {
        long limit = options.find(YAML_LIMIT).map(Number::longValue).orElse(DEFAULT_YAML_LIMIT);
        if (limit <= 0) {
            throw new InvalidOptionException(YAML_LIMIT, "must be a positive number, and not " + limit);
        }
        boolean streams = options.get(YAML_LOAD_STRATEGY).equals("streaming");
        return new YamlDictionary(
                streams ? StreamedScalars::valueOf : RubyScalars::valueOf, (int) Math.min(limit, Integer.MAX_VALUE));
    }

    private static Matching matching(Options options) {
        return Matching.of(options.get(EXACT), options.get(REGEX));
    }
}
