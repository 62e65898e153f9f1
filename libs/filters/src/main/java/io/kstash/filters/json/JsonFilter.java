package io.kstash.filters.json;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.RubyText;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the source field, and puts the value under the target or its fields to the top of the event. */
record JsonFilter(
        FieldTemplate source, Optional<FieldReference> target, boolean skipOnInvalidJson, List<String> failureTags)
        implements Filter {
    private static final FieldReference TIMESTAMP = FieldReference.ofName(Event.TIMESTAMP);
    private static final FieldReference UNREADABLE_TIMESTAMP = FieldReference.ofName("_" + Event.TIMESTAMP);

    @Override
    public Outcome filter(Event event) {
        try {
            Object text = event.get(source.resolve(event));
            if (text == null || text.equals(false)) {
                return Outcome.UNMATCHED;
            }
            store(parse(text), event);
            // Logstash's json catches what add_field and the like throw, too.
            return new Outcome.Matched(Optional.of(failureTags));
        } catch (JsonTextException notJson) {
            return skipOnInvalidJson ? Outcome.UNMATCHED : failed(event);
        } catch (EventException doesNotFit) {
            return failed(event);
        }
    }

    private static @Nullable Object parse(Object text) {
        if (text instanceof String json) {
            return JsonReader.readLast(json);
        }
        throw new JsonTextException("the field is not a text");
    }

    private void store(@Nullable Object parsed, Event event) {
        if (target.isPresent()) {
            event.set(target.get(), parsed);
        } else if (parsed instanceof Map<?, ?> fields) {
            storeAtTop(fields, event);
        } else {
            throw new EventException("Only an object can do without a target");
        }
    }

    private static void storeAtTop(Map<?, ?> fields, Event event) {
        fields.forEach((name, value) -> {
            if (!name.equals(Event.TIMESTAMP)) {
                event.set(FieldReference.of((String) name), value);
            }
        });
        Object timestamp = fields.get(Event.TIMESTAMP);
        if (timestamp != null && !timestamp.equals(false)) {
            storeTimestamp(timestamp, event);
        }
    }

    private static void storeTimestamp(Object given, Event event) {
        Optional<Timestamp> parsed = given instanceof String text ? Timestamp.parse(text) : Optional.empty();
        if (parsed.isPresent()) {
            event.set(TIMESTAMP, parsed.get());
        } else {
            event.tag("_timestampparsefailure");
            event.set(UNREADABLE_TIMESTAMP, RubyText.toS(given));
        }
    }

    private Outcome failed(Event event) {
        failureTags.forEach(event::tag);
        return Outcome.UNMATCHED;
    }
}
