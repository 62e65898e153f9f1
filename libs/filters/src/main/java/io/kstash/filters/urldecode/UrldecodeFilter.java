package io.kstash.filters.urldecode;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes fields. As in Logstash, a field that is missing becomes null, and an event that fails counts as a match.
 *
 * @param field the field to decode; all where it is empty
 */
record UrldecodeFilter(Optional<FieldTemplate> field, PercentDecoder decoder, List<String> failureTags)
        implements Filter {
    @Override
    public Outcome filter(Event event) {
        try {
            if (field.isPresent()) {
                FieldReference reference = field.get().resolve(event);
                event.set(reference, decode(event.get(reference)));
            } else {
                decodeAll(event);
            }
        } catch (EventException doesNotFit) {
            failureTags.forEach(event::tag);
        }
        return Outcome.MATCHED;
    }

    private void decodeAll(Event event) {
        List<String> names = new ArrayList<>(event.fields().keySet());
        for (String name : names) {
            // The name of a field is a reference to Logstash here, so that [a] sets the field a.
            event.set(FieldReference.of(name), decode(event.fields().get(name)));
        }
    }

    private @Nullable Object decode(@Nullable Object value) {
        if (value instanceof String text) {
            return decoder.decode(text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> decoded = new ArrayList<>(list.size());
            list.forEach(element -> decoded.add(decode(element)));
            return decoded;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> decoded = new LinkedHashMap<>();
            map.forEach((key, element) -> decoded.put((String) key, decode(element)));
            return decoded;
        }
        return value;
    }
}
