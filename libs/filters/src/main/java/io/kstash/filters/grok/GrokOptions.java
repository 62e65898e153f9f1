package io.kstash.filters.grok;

import io.kstash.plugin.EcsCompatibility;
import io.kstash.plugin.Option;
import io.kstash.plugin.OptionType;
import java.util.List;
import java.util.Map;

/** What a pipeline can say to grok. */
final class GrokOptions {
    static final Option<Map<String, Object>> MATCH = Option.withDefault(
            "match",
            OptionType.HASH,
            Map.of(),
            "Fields, each with a pattern or a list of them: %{NAME} is another pattern, %{NAME:field} stores what it"
                    + " matches, and %{NAME:field:int} or %{NAME:field:float} stores a number.");
    static final Option<List<String>> PATTERNS_DIR = Option.withDefault(
            "patterns_dir",
            OptionType.PATHS,
            List.of(),
            "Folders, or files, with further patterns: on each line a name and a regular expression.");
    static final Option<String> PATTERNS_FILES_GLOB = Option.withDefault(
            "patterns_files_glob", OptionType.STRING, "*", "Which files of the folders in patterns_dir are read.");
    static final Option<Map<String, Object>> PATTERN_DEFINITIONS = Option.withDefault(
            "pattern_definitions", OptionType.HASH, Map.of(), "Further patterns for this filter, by name.");
    static final Option<Boolean> BREAK_ON_MATCH = Option.withDefault(
            "break_on_match", OptionType.BOOLEAN, "true", "Whether the first pattern that matches is the last tried.");
    static final Option<Boolean> NAMED_CAPTURES_ONLY = Option.withDefault(
            "named_captures_only",
            OptionType.BOOLEAN,
            "true",
            "Whether only captures with a field are stored; else %{NAME} stores the field NAME.");
    static final Option<Boolean> KEEP_EMPTY_CAPTURES = Option.withDefault(
            "keep_empty_captures", OptionType.BOOLEAN, "false", "Whether captures of nothing are stored, too.");
    static final Option<List<String>> OVERWRITE = Option.withDefault(
            "overwrite",
            OptionType.STRINGS,
            List.of(),
            "Fields whose value is replaced; else a capture is added to it.");
    static final Option<String> TARGET =
            Option.optional("target", OptionType.STRING, "The field below which captures are stored.");
    static final Option<List<String>> TAG_ON_FAILURE = Option.withDefault(
            "tag_on_failure",
            OptionType.STRINGS,
            List.of("_grokparsefailure"),
            "The tags of events that no pattern matches.");
    static final Option<String> TAG_ON_TIMEOUT = Option.withDefault(
            "tag_on_timeout", OptionType.STRING, "_groktimeout", "The tag of events that take a pattern too long.");
    static final Option<Number> TIMEOUT_MILLIS = Option.withDefault(
            "timeout_millis",
            OptionType.NUMBER,
            30_000L,
            "How long a pattern may search a text, in milliseconds; 0 for as long as the event may take.");
    static final Option<String> TIMEOUT_SCOPE = Option.withDefault(
            "timeout_scope",
            OptionType.oneOf("pattern", "event"),
            "pattern",
            "Whether timeout_millis is for each pattern or for all that are tried on a text.");
    static final List<Option<?>> ALL = List.of(
            MATCH,
            PATTERNS_DIR,
            PATTERNS_FILES_GLOB,
            PATTERN_DEFINITIONS,
            BREAK_ON_MATCH,
            NAMED_CAPTURES_ONLY,
            KEEP_EMPTY_CAPTURES,
            OVERWRITE,
            TARGET,
            TAG_ON_FAILURE,
            TAG_ON_TIMEOUT,
            TIMEOUT_MILLIS,
            TIMEOUT_SCOPE,
            EcsCompatibility.OPTION);

    private GrokOptions() {}
}
