package io.kstash.filters.kv;

import io.kstash.event.RubyCase;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import io.kstash.plugin.Options;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.RegexpSyntaxException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the options say in patterns and sets of characters. Whatever is wrong with one is an {@link InvalidOptionException}. */
final class PatternOptions {
    private final Options options;

    PatternOptions(Options options) {
        this.options = options;
    }

    PairPattern pair() {
        if (options.get(KvOptions.VALUE_SPLIT).isEmpty()) {
            throw new InvalidOptionException(KvOptions.VALUE_SPLIT, "must not be empty");
        }
        PairSyntax syntax = new PairSyntax(
                options.get(KvOptions.FIELD_SPLIT),
                splitPattern(KvOptions.FIELD_SPLIT_PATTERN),
                options.get(KvOptions.VALUE_SPLIT),
                splitPattern(KvOptions.VALUE_SPLIT_PATTERN),
                options.get(KvOptions.WHITESPACE).equals(KvOptions.LENIENT),
                options.get(KvOptions.INCLUDE_BRACKETS));
        if (syntax.fieldSplitPattern().isEmpty()) {
            compileSet(KvOptions.FIELD_SPLIT, "[" + syntax.fieldSplit() + "]");
        }
        if (syntax.valueSplitPattern().isEmpty()) {
            compileSet(KvOptions.VALUE_SPLIT, "[" + syntax.valueSplit() + "]");
        }
        return pattern(syntax);
    }

    TextChange keyChange() {
        return change(KvOptions.TRIM_KEY, KvOptions.REMOVE_CHAR_KEY, KvOptions.TRANSFORM_KEY);
    }

    TextChange valueChange() {
        return change(KvOptions.TRIM_VALUE, KvOptions.REMOVE_CHAR_VALUE, KvOptions.TRANSFORM_VALUE);
    }

    private TextChange change(Option<String> trim, Option<String> remove, Option<String> transform) {
        return new TextChange(
                options.find(trim).map(set -> compileSet(trim, "^[" + set + "]+|[" + set + "]+$")),
                options.find(remove).map(set -> compileSet(remove, "[" + set + "]")),
                options.find(transform).map(PatternOptions::transformation).orElse(UnaryOperator.identity()));
    }

    private static UnaryOperator<String> transformation(String name) {
        return switch (name) {
            case KvOptions.LOWERCASE -> RubyCase::lower;
            case KvOptions.UPPERCASE -> RubyCase::upper;
            default -> RubyCase::capitalize;
        };
    }

    private Optional<String> splitPattern(Option<String> option) {
        Optional<String> pattern = options.find(option);
        if (pattern.isPresent()) {
            if (pattern.get().isEmpty()) {
                throw new InvalidOptionException(option, "must not be empty");
            }
            compile(option, pattern.get(), "is ");
        }
        return pattern;
    }

    /** The parts are checked: what can still be wrong is that two sets of characters make no third. */
    private static PairPattern pattern(PairSyntax syntax) {
        try {
            return syntax.pattern();
        } catch (RegexpSyntaxException invalid) {
            throw new InvalidOptionException(
                    KvOptions.FIELD_SPLIT,
                    "makes, together with 'value_split', a pattern that is " + invalid.getMessage());
        }
    }

    private static Regexp compileSet(Option<String> option, String pattern) {
        return compile(option, pattern, "makes a pattern that is ");
    }

    private static Regexp compile(Option<String> option, String pattern, String introduction) {
        try {
            return Regexp.compile(pattern);
        } catch (RegexpSyntaxException invalid) {
            throw new InvalidOptionException(option, introduction + invalid.getMessage());
        }
    }
}
