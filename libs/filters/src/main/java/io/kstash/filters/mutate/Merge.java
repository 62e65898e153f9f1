package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the values of other fields to an array, or the entries of other hashes to a hash; never one to the other. As in
 * Logstash, several fields add up only in a field that was an array or hash before; else the last one counts.
 */
record Merge(FieldTemplate destination, List<FieldTemplate> sources) implements Mutation {
    static Mutation of(String destination, Object sources) {
        List<?> names = sources instanceof List<?> several ? several : List.of(sources);
        return new Merge(
                FieldTemplate.literal(destination),
                names.stream().map(FieldName::of).toList());
    }

    @Override
    public void apply(Event event) {
        FieldReference into = destination.resolve(event);
        Object present = event.get(into);
        for (FieldTemplate source : sources) {
            Object added = Values.copyOf(event.get(source.resolve(event)));
            if (present instanceof Map<?, ?> hash && added instanceof Map<?, ?> more) {
                present = merged(hash, more);
                event.set(into, Values.copyOf(present));
            } else if (!(present instanceof Map<?, ?>) && !(added instanceof Map<?, ?>)) {
                List<@Nullable Object> all = concatenated(present, added);
                present = present instanceof List<?> ? all : present;
                event.set(into, Values.copyOf(all));
            }
        }
    }

    private static Map<Object, @Nullable Object> merged(Map<?, ?> hash, Map<?, ?> more) {
        Map<Object, @Nullable Object> merged = new LinkedHashMap<>(hash);
        merged.putAll(more);
        return merged;
    }

    private static List<@Nullable Object> concatenated(@Nullable Object present, @Nullable Object added) {
        List<@Nullable Object> all = new ArrayList<>(asList(present));
        all.addAll(asList(added));
        return all;
    }

    private static List<?> asList(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? list : List.of(value);
    }
}
