package io.kstash.filters.grok;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.regexp.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a pattern and the field that takes what it matched.
 *
 * @param overwrite whether the field loses what it held; else texts and arrays of it are added to
 */
record Capture(int group, FieldTemplate field, CaptureType type, boolean overwrite, boolean keepEmpty) {
    void store(Match match, Event event) {
        String text = match.group(group);
        Object value = text == null ? null : type.convert(text);
        if (!keepEmpty && (value == null || value.equals(""))) {
            return;
        }
        FieldReference reference = field.resolve(event);
        Object present = overwrite ? null : event.get(reference);
        if (present == null) {
            event.set(reference, value);
        } else if (present instanceof List<?> list) {
            event.set(reference, with(list, value));
        } else if (present instanceof String) {
            event.set(reference, with(List.of(present), value));
        }
    }

    private static List<@Nullable Object> with(List<?> present, @Nullable Object value) {
        List<@Nullable Object> all = new ArrayList<>(present);
        all.add(value);
        return all;
    }
}
