package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import io.kstash.event.Values;

/** Copies the value of a field to another name. */
record Copy(FieldTemplate from, FieldTemplate to) implements Mutation {
    static Mutation of(String from, Object to) {
        return new Copy(FieldTemplate.literal(from), FieldName.of(to));
    }

    @Override
    public void apply(Event event) {
        Object value = event.get(from.resolve(event));
        if (value != null) {
            event.set(to.resolve(event), Values.copyOf(value));
        }
    }
}
