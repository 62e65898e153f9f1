package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.FieldTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translates each element of an array into an array of translations, with nulls where there is none. */
record EachValue(FieldTemplate source, FieldTemplate target, boolean overrides, Vocabulary vocabulary)
        implements Translator {
    @Override
    public boolean appliesTo(Event event) {
        return (overrides || !event.contains(target.resolve(event))) && event.contains(source.resolve(event));
    }

    @Override
    public boolean translate(Event event) {
        List<@Nullable Object> translations = new ArrayList<>();
        boolean anyTranslation = false;
        for (Object element : Elements.of(event.get(source.resolve(event)))) {
            Translation translation = vocabulary.translate(element, event);
            @Nullable Object value = translation == null ? null : translation.value();
            anyTranslation |= value != null && !value.equals(false);
            translations.add(value);
        }
        event.set(target.resolve(event), translations);
        return anyTranslation;
    }
}
