package io.kstash.filters.truncate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Applies the limit to the fields. Only an event of which something was cut has matched.
 *
 * @param fields absent for all fields that the event has
 */
record TruncateFilter(Optional<List<FieldTemplate>> fields, ByteLimit limit) implements Filter {
    @Override
    public Outcome filter(Event event) {
        boolean anyCut = false;
        for (FieldReference field : fieldsOf(event)) {
            anyCut |= cut(event, field);
        }
        return anyCut ? Outcome.MATCHED : Outcome.UNMATCHED;
    }

    private List<FieldReference> fieldsOf(Event event) {
        return fields.map(named ->
                        named.stream().map(field -> field.resolve(event)).toList())
                .orElseGet(() -> event.fields().keySet().stream()
                        .map(FieldReference::ofName)
                        .toList());
    }

    private boolean cut(Event event, FieldReference field) {
        Object value = event.get(field);
        Object limited = limit.apply(value);
        if (limited == value) {
            return false;
        }
        event.set(field, limited);
        return true;
    }
}
