package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes a text, or the texts in an array. */
record TextChange(FieldTemplate field, UnaryOperator<String> change, boolean textsOnly) implements Mutation {
    private static final String RUBY_WHITE_SPACE = "\t\n\u000b\f\r \0";

    /** Leaves elements of an array that are no texts as they are. */
    static Mutation lenient(Object field, UnaryOperator<String> change) {
        return new TextChange(FieldName.of(field), change, false);
    }

    /** Fails where an element of an array is no text. */
    static Mutation strict(Object field, UnaryOperator<String> change) {
        return new TextChange(FieldName.of(field), change, true);
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return RUBY_WHITE_SPACE.indexOf(c) >= 0;
    }

    @Override
    public void apply(Event event) {
        FieldReference reference = field.resolve(event);
        Object value = event.get(reference);
        if (value instanceof String text) {
            event.set(reference, change.apply(text));
        } else if (value instanceof List<?> list) {
            event.set(reference, changeAll(list));
        }
    }

    private List<@Nullable Object> changeAll(List<?> list) {
        List<@Nullable Object> changed = new ArrayList<>(list.size());
        for (Object element : list) {
            changed.add(changeElement(element));
        }
        return changed;
    }

    private @Nullable Object changeElement(@Nullable Object element) {
        if (element instanceof String text) {
            return change.apply(text);
        }
        if (textsOnly) {
            throw new EventException("Not a text: " + RubyText.inspect(element));
        }
        return element;
    }
}
