package io.kstash.transformer.reference;

import io.kstash.event.RubyText;
import io.kstash.plugin.Option;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An option in words. */
record OptionText(Option<?> option) {
    /** What it takes, and whether it must be given: {@code string, required}. */
    String type() {
        if (option.alternative().isPresent()) {
            return "not supported";
        }
        return option.type().name() + (option.isRequired() ? ", required" : "");
    }

    /** The default as a pipeline would have it; empty where there is none. */
    String defaultValue() {
        return option.defaultValue().map(OptionText::literal).orElse("");
    }

    String description() {
        return option.description();
    }

    private static String literal(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(OptionText::literal).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> literal(entry.getKey()) + " => " + literal(entry.getValue()))
                    .collect(Collectors.joining(" ", "{", "}"));
        }
        boolean bare = !(value instanceof String) || value.equals("true") || value.equals("false");
        return bare ? value.toString() : RubyText.inspect(value);
    }
}
