package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates a field, or the first element of an array. */
record SingleValue(FieldTemplate source, FieldTemplate target, boolean overrides, Vocabulary vocabulary)
        implements Translator {
    @Override
    public boolean appliesTo(Event event) {
        return (overrides || !event.contains(target.resolve(event))) && event.contains(source.resolve(event));
    }

    @Override
    public boolean translate(Event event) {
        Translation translation = vocabulary.translate(first(event.get(source.resolve(event))), event);
        if (translation == null) {
            return false;
        }
        event.set(target.resolve(event), translation.value());
        return true;
    }

    private static @Nullable Object first(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list.get(0);
        }
        return value;
    }
}
