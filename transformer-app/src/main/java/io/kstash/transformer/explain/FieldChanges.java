package io.kstash.transformer.explain;

import io.kstash.event.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is different in an event, a line a field: {@code + [a] 1}, {@code - [b] "x"}, {@code ~ [c] "1" -> 1}. */
final class FieldChanges {
    private final List<String> lines = new ArrayList<>();

    private FieldChanges() {}

    /** Nothing where nothing is different. */
    static List<String> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        FieldChanges changes = new FieldChanges();
        changes.compare("", before, after);
        return changes.lines;
    }

    private void compare(String parent, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (Object name : names) {
            String field = parent + "[" + name + "]";
            if (!after.containsKey(name)) {
                lines.add("- " + field + " " + JsonWriter.text(before.get(name)));
            } else if (!before.containsKey(name)) {
                lines.add("+ " + field + " " + JsonWriter.text(after.get(name)));
            } else {
                compareValues(field, before.get(name), after.get(name));
            }
        }
    }

    private void compareValues(String field, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> former && after instanceof Map<?, ?> latter) {
            compare(field, former, latter);
        } else if (!Objects.equals(before, after)) {
            lines.add("~ " + field + " " + JsonWriter.text(before) + " -> " + JsonWriter.text(after));
        }
    }
}
