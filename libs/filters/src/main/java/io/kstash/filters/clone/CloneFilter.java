package io.kstash.filters.clone;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds a copy for each name.
 *
 * @param asTag whether the name becomes a tag; else it becomes the type
 */
record CloneFilter(List<Object> names, boolean asTag) implements Filter {
    private static final FieldReference TAGS = FieldReference.ofName(Event.TAGS);
    private static final FieldReference TYPE = FieldReference.ofName("type");

    @Override
    public Outcome filter(Event event) {
        List<Event> copies = new ArrayList<>(names.size());
        for (Object name : names) {
            copies.add(named(event.copy(), name));
        }
        return new Outcome.Joined(copies);
    }

    private Event named(Event copy, Object name) {
        if (asTag) {
            // Unlike Event.tag: a copy of a copy can have the same tag twice.
            List<@Nullable Object> tags = copy.tags();
            tags.add(name);
            copy.set(TAGS, tags);
        } else {
            copy.set(TYPE, name);
        }
        return copy;
    }
}
