package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.InvalidOptionException;
import io.kstash.plugin.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Converts a field, or each element of an array, to another type. Hashes and nulls stay as they are. */
record Convert(FieldTemplate field, UnaryOperator<Object> conversion) implements Mutation {
    static Mutation of(Option<?> option, String field, Object type) {
        return new Convert(FieldTemplate.literal(field), conversion(option, RubyText.toS(type)));
    }

    private static UnaryOperator<Object> conversion(Option<?> option, String type) {
        return switch (type) {
            case "string" -> RubyText::toS;
            case "integer" -> NumberText.ENGLISH::toInteger;
            case "float" -> NumberText.ENGLISH::toFloat;
            case "boolean" -> BooleanText::toBoolean;
            case "integer_eu" -> NumberText.EUROPEAN::toInteger;
            case "float_eu" -> NumberText.EUROPEAN::toFloat;
            default ->
                throw new InvalidOptionException(
                        option,
                        "must name one of string, integer, float, boolean, integer_eu, float_eu, and not \"" + type
                                + "\"");
        };
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        Object value = event.get(reference);
        if (value instanceof List<?> list) {
            event.set(reference, convertAll(list));
        } else if (value != null && !(value instanceof Map<?, ?>)) {
            event.set(reference, conversion.apply(value));
        }
    }

    private List<@Nullable Object> convertAll(List<?> list) {
        List<@Nullable Object> converted = new ArrayList<>(list.size());
        for (Object element : list) {
            converted.add(element == null ? null : conversion.apply(element));
        }
        return converted;
    }
}
