package io.kstash.filters.uuid;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.UUID;

/** Gives the target field a random UUID, version 4. */
record UuidFilter(FieldTemplate target, boolean overwrite) implements Filter {
    @Override
    public Outcome filter(Event event) {
        FieldReference field = target.resolve(event);
        if (overwrite || event.get(field) == null) {
            event.set(field, UUID.randomUUID().toString());
        }
        return Outcome.MATCHED;
    }
}
