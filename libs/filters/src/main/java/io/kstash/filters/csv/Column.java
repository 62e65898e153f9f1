package io.kstash.filters.csv;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldTemplate;
import org.jspecify.annotations.Nullable;

/**
 * A column: the field that takes its values, and their type.
 *
 * @param field null where the name in the pipeline is no text: as in Logstash, that fails when a value comes
 */
record Column(@Nullable FieldTemplate field, Conversion conversion) {

    void store(@Nullable String value, Event event) {
        if (field == null) {
            throw new EventException("A column's name can only be a text");
        }
        event.set(field.resolve(event), conversion.convert(value));
    }
}
