package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import java.util.List;
import java.util.stream.Collectors;

/** Joins an array, and the arrays in it, to a text. */
record JoinArray(FieldTemplate field, Object separator) implements Mutation {
    static Mutation of(String field, Object separator) {
        return new JoinArray(FieldTemplate.literal(field), separator);
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        if (event.get(reference) instanceof List<?> list) {
            if (!(separator instanceof String with)) {
                throw new EventException("A separator has to be a text, and not " + RubyText.inspect(separator));
            }
            event.set(reference, join(list, with));
        }
    }

    private static String join(List<?> list, String with) {
        return list.stream()
                .map(element -> element instanceof List<?> nested ? join(nested, with) : RubyText.toS(element))
                .collect(Collectors.joining(with));
    }
}
