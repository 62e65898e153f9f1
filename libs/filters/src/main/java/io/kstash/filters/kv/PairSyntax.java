package io.kstash.filters.kv;

import io.kstash.regexp.Regexp;
import java.util.Optional;

/**
 * How pairs are written, and the regular expression that follows from it. It is the one that Logstash makes, since people's
 * patterns become parts of it.
 *
 * @param fieldSplit characters between pairs
 * @param fieldSplitPattern a pattern in their place
 * @param valueSplit characters between key and value
 * @param valueSplitPattern a pattern in their place
 * @param lenient whether there can be spaces around what is between key and value
 * @param brackets whether brackets enclose values as quotes do
 */
record PairSyntax(
        String fieldSplit,
        Optional<String> fieldSplitPattern,
        String valueSplit,
        Optional<String> valueSplitPattern,
        boolean lenient,
        boolean brackets) {
    private static final String QUOTED = enclosed("\"", "\"") + "|" + enclosed("'", "'");
    private static final String IN_BRACKETS =
            enclosed("\\(", "\\)") + "|" + enclosed("\\[", "\\]") + "|" + enclosed("<", ">");
    private static final String OPTIONAL_SPACES = " *";

    /** @throws io.kstash.regexp.RegexpSyntaxException where the parts, each fine by itself, make no whole */
    PairPattern pattern() {
        String end = group(group(fieldSplitter()) + "|$");
        String pair = key() + group(valueSplitter()) + group(value()) + "?" + end;
        return new PairPattern(Regexp.compile(pair), Regexp.compile(valueSplitter()));
    }

    /** What is between two pairs. */
    String fieldSplitter() {
        return fieldSplitPattern.orElseGet(() -> "[" + fieldSplit + "]");
    }

    private String valueSplitter() {
        String splitter = valueSplitPattern.orElseGet(() -> "[" + valueSplit + "]");
        return lenient ? OPTIONAL_SPACES + group(splitter) + OPTIONAL_SPACES : splitter;
    }

    private String key() {
        return fieldSplitPattern.isPresent() || valueSplitPattern.isPresent()
                ? capturedUntil(group(valueSplitter()) + "|" + group(fieldSplitter()))
                : capturedUntilAnyOf(valueSplit + fieldSplit);
    }

    private String value() {
        String plain =
                fieldSplitPattern.isPresent() ? capturedUntil(group(fieldSplitter())) : capturedUntilAnyOf(fieldSplit);
        return QUOTED + (brackets ? "|" + IN_BRACKETS : "") + "|" + plain;
    }

    private static String enclosed(String open, String close) {
        return open + capturedUntilAnyOf(close) + "?" + close;
    }

    /** What a backslash precedes never ends it. */
    private static String capturedUntilAnyOf(String characters) {
        return "((?:\\\\.|[^" + characters + "])+)";
    }

    private static String capturedUntil(String pattern) {
        return "((?:(?!" + pattern + ")(?:\\\\.|.))+)";
    }

    /** Keeps what the pattern switches on, such as {@code (?i)}, from what follows it. */
    private static String group(String pattern) {
        return "(?:" + pattern + ")";
    }
}
