package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldReferenceException;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;

/** Moves the value of a field to another name. */
record Rename(FieldTemplate from, FieldTemplate to) implements Mutation {
    static Mutation of(String from, Object to) {
        return new Rename(FieldTemplate.of(from), FieldTemplate.of(RubyText.toS(to)));
    }

    private void move(FieldReference source, Event event) {
        try {
            FieldReference destination = to.resolve(event);
            event.set(destination, event.remove(source));
        } catch (FieldReferenceException noField) {
            // Logstash has taken the value away before it sees that it cannot put it anywhere.
            event.remove(source);
            throw noField;
        }
    }

    @Override
    public void apply(Event event) {
        FieldReference source = from.resolve(event);
        if (event.contains(source)) {
            move(source, event);
        }
    }
}
