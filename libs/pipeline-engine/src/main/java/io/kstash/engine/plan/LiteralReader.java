package io.kstash.engine.plan;

import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.HashLiteral;
import io.kstash.language.syntax.NumberLiteral;
import io.kstash.language.syntax.PluginNode;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the literals of the syntax tree as the values that {@link io.kstash.plugin.OptionType} takes. */
final class LiteralReader {
    private final Environment environment;
    private final Problems problems;

    LiteralReader(Environment environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    Object read(Value value) {
        if (value instanceof StringLiteral text) {
            return environment.replace(text.text(), text.span());
        }
        if (value instanceof Bareword word) {
            return environment.replace(word.text(), word.span());
        }
        if (value instanceof NumberLiteral number) {
            return number.value();
        }
        if (value instanceof ArrayLiteral array) {
            return array.elements().stream().map(this::read).toList();
        }
        if (value instanceof HashLiteral hash) {
            return readHash(hash);
        }
        problems.error(value.span(), "'" + ((PluginNode) value).name().text() + " { }' can only be the value of codec");
        return "";
    }

    private Map<Object, Object> readHash(HashLiteral hash) {
        Map<Object, Object> read = new LinkedHashMap<>();
        for (HashLiteral.Entry entry : hash.entries()) {
            read.put(readKey(entry.key()), read(entry.value()));
        }
        return read;
    }

    /** The grammar has numbers as keys, but Logstash does not start with one. Variables are not replaced in keys. */
    private Object readKey(Value key) {
        if (key instanceof NumberLiteral number) {
            problems.error(key.span(), "a key of a hash has to be a text: write \"" + number.value() + "\"");
        }
        return key instanceof StringLiteral text ? text.text() : read(key);
    }

    /**
     * What an option is that is given twice: hashes are merged, a list takes up what follows, and two other values are a
     * list of both unless they are the same.
     */
    static Object merge(Object first, Object second) {
        if (first instanceof Map<?, ?> hash && second instanceof Map<?, ?> more) {
            Map<Object, Object> merged = new LinkedHashMap<>(hash);
            more.forEach((key, value) -> merged.merge(key, value, LiteralReader::mergeEntries));
            return merged;
        }
        if (first instanceof List<?>) {
            return concatenate(first, second);
        }
        // Even a list that follows a single value is one element: only a list that comes first is extended.
        return first.equals(second) ? first : List.of(first, second);
    }

    /** What a key has that is in both hashes: all that is given, but a single value only once. */
    private static Object mergeEntries(Object first, Object second) {
        if (first instanceof Map<?, ?> && second instanceof Map<?, ?>) {
            return merge(first, second);
        }
        if (second instanceof List<?>) {
            return concatenate(first, second);
        }
        return asList(first).contains(second) ? first : concatenate(first, second);
    }

    private static List<Object> concatenate(Object first, Object second) {
        List<Object> both = new ArrayList<>(asList(first));
        both.addAll(asList(second));
        return both;
    }

    private static List<?> asList(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }
}
