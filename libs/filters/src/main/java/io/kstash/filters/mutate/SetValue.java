package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.event.Template;
import java.util.function.BiPredicate;

/** Sets a field to a text, where a condition on the field holds. */
record SetValue(FieldTemplate field, Template value, BiPredicate<Event, FieldReference> condition) implements Mutation {
    /** {@code coerce}: only a field that exists and is null. */
    static Mutation coerce(String field, Object value) {
        return of(field, value, (event, reference) -> event.contains(reference) && event.get(reference) == null);
    }

    /** {@code update}: only a field that exists. */
    static Mutation update(String field, Object value) {
        return of(field, value, Event::contains);
    }

    /** {@code replace}: always. */
    static Mutation replace(String field, Object value) {
        return of(field, value, (event, reference) -> true);
    }

    private static Mutation of(String field, Object value, BiPredicate<Event, FieldReference> condition) {
        return new SetValue(FieldTemplate.literal(field), Template.of(RubyText.toS(value)), condition);
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        if (condition.test(event, reference)) {
            event.set(reference, value.render(event));
        }
    }
}
