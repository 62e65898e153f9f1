package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be removed from an event. It is removed at the end only, since patterns may be made from fields that go.
 */
final class Removals {
    /** By field: what stays of an array, or nothing where the whole field goes. */
    private final Map<String, Optional<List<?>>> remains = new LinkedHashMap<>();

    void remove(String field) {
        remains.put(field, Optional.empty());
    }

    /** Keeps a part of an array. As in Logstash the last word on an array counts; a field that goes is gone. */
    void keep(String field, List<?> elements) {
        remains.merge(field, Optional.of(elements), (before, now) -> before.isEmpty() ? before : now);
    }

    void applyTo(Event event) {
        remains.forEach((name, elements) -> {
            FieldReference field = FieldReference.ofName(name);
            elements.ifPresentOrElse(rest -> event.set(field, rest), () -> event.remove(field));
        });
    }
}
