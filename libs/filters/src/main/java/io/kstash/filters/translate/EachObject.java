package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;

/**
 * Translates a field of each hash in an array. As in Logstash a translation that a hash has already is overwritten,
 * whatever {@code override} says.
 */
final class EachObject implements Translator {
    private final String array;
    private final FieldTemplate arrayField;
    private final String source;
    private final String target;
    private final Vocabulary vocabulary;

    /**
     * A translator.
     *
     * @param array the field that has the array
     * @param source a field within each hash
     * @param target a field within each hash
     */
    EachObject(String array, String source, String target, Vocabulary vocabulary) {
        this.array = inBrackets(array);
        this.arrayField = FieldTemplate.literal(this.array);
        this.source = inBrackets(source);
        this.target = inBrackets(target);
        this.vocabulary = vocabulary;
    }

    @Override
    public boolean appliesTo(Event event) {
        return event.contains(arrayField.resolve(event));
    }

    @Override
    public boolean translate(Event event) {
        boolean anyTranslation = false;
        int size = Elements.of(event.get(arrayField.resolve(event))).size();
        for (int i = 0; i < size; i++) {
            anyTranslation |= translate(event, array + "[" + i + "]");
        }
        return anyTranslation;
    }

    private boolean translate(Event event, String element) {
        Object value = event.get(FieldReference.of(element + source));
        Translation translation = value == null ? null : vocabulary.translate(value, event);
        if (translation == null) {
            return false;
        }
        event.set(FieldReference.of(element + target), translation.value());
        return true;
    }

    private static String inBrackets(String field) {
        return field.startsWith("[") && field.endsWith("]") ? field : "[" + field + "]";
    }
}
