package io.kstash.codecs.rubydebug;

import io.kstash.event.RubyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Nested values over several lines, in the layout of the Ruby library {@code awesome_print}: four spaces a level, the
 * names of a hash flush right, the elements of a list numbered.
 */
final class AwesomeText {
    private static final int INDENT = 4;

    private AwesomeText() {}

    static String of(@Nullable Object value) {
        return of(value, INDENT);
    }

    private static String of(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "{}" : block("{", hashLines(map, indent), "}", indent);
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? "[]" : block("[", listLines(list, indent), "]", indent);
        }
        return RubyText.inspect(value);
    }

    private static String block(String open, List<String> lines, String close, int indent) {
        return open + "\n" + String.join(",\n", lines) + "\n" + " ".repeat(indent - INDENT) + close;
    }

    private static List<String> hashLines(Map<?, ?> map, int indent) {
        int width = map.keySet().stream()
                .mapToInt(key -> RubyText.inspect(key).length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        map.forEach((key, value) -> lines.add(
                " ".repeat(indent) + flushRight(RubyText.inspect(key), width) + " => " + of(value, indent + INDENT)));
        return lines;
    }

    private static List<String> listLines(List<?> list, int indent) {
        int width = Integer.toString(list.size() - 1).length();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String index = "[" + flushRight(Integer.toString(i), width) + "] ";
            lines.add(" ".repeat(indent) + index + of(list.get(i), indent + INDENT));
        }
        return lines;
    }

    private static String flushRight(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }
}
