package io.kstash.filters.split;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a copy of the event for each part in its place. Parts that are null or an empty text are left out. */
record SplitFilter(FieldTemplate field, Optional<FieldTemplate> target, Terminator terminator) implements Filter {
    private static final String FAILURE_TAG = "_split_type_failure";
    private static final Outcome NOTHING_LEFT = new Outcome.Dropped("split into nothing");

    @Override
    public Outcome filter(Event event) {
        FieldReference source = field.resolve(event);
        Object value = event.get(source);
        if (value instanceof List<?> list) {
            if (target.isEmpty()) {
                event.remove(source);
            }
            return replaced(event, list);
        }
        if (value instanceof String text) {
            List<String> parts = terminator.split(text);
            return parts.size() == 1 ? Outcome.UNMATCHED : replaced(event, parts);
        }
        event.tag(FAILURE_TAG);
        return Outcome.UNMATCHED;
    }

    private Outcome replaced(Event event, List<?> parts) {
        FieldReference destination = target.orElse(field).resolve(event);
        List<Event> events = new ArrayList<>(parts.size());
        for (Object part : parts) {
            if (part != null && !part.equals("")) {
                Event copy = event.copy();
                copy.set(destination, part);
                events.add(copy);
            }
        }
        return events.isEmpty() ? NOTHING_LEFT : new Outcome.Replaced(events);
    }
}
