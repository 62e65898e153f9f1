package io.kstash.transformer.pipelinetest;

import io.kstash.event.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares events exactly and both ways: their order counts, the order of their fields does not, and 1 and 1.0 are
 * different. Says for each difference where it is, what was expected and what came.
 */
final class EventComparison {
    private final Set<String> onlyWhereExpected;
    private final List<String> differences = new ArrayList<>();

    /** @param onlyWhereExpected top-level fields that count only in an expected event that names them */
    EventComparison(Set<String> onlyWhereExpected) {
        this.onlyWhereExpected = onlyWhereExpected;
    }

    /** Compares values as they are read from JSON; no difference is an empty list. */
    List<String> compare(List<?> expected, List<?> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String event = "event " + (i + 1);
            if (i >= actual.size()) {
                differences.add(event + ": expected " + json(expected.get(i)) + ", but there was none");
            } else if (i >= expected.size()) {
                differences.add(event + ": expected none, but there was " + json(actual.get(i)));
            } else {
                compareEvent(event, expected.get(i), actual.get(i));
            }
        }
        return differences;
    }

    private void compareEvent(String event, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> given) {
            Set<Object> names = names(wanted, given);
            names.removeIf(name -> onlyWhereExpected.contains(name) && !wanted.containsKey(name));
            compareFields(event + ", field ", names, wanted, given);
        } else {
            compareValue(event, expected, actual);
        }
    }

    private void compareFields(String place, Set<Object> names, Map<?, ?> expected, Map<?, ?> actual) {
        for (Object name : names) {
            String field = place + "[" + name + "]";
            if (!actual.containsKey(name)) {
                differences.add(field + ": expected " + json(expected.get(name)) + ", but there was no such field");
            } else if (!expected.containsKey(name)) {
                differences.add(field + ": expected no such field, but there was " + json(actual.get(name)));
            } else {
                compareValue(field, expected.get(name), actual.get(name));
            }
        }
    }

    private void compareValue(String place, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> given) {
            compareFields(place, names(wanted, given), wanted, given);
        } else if (expected instanceof List<?> wanted
                && actual instanceof List<?> given
                && wanted.size() == given.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                compareValue(place + "[" + i + "]", wanted.get(i), given.get(i));
            }
        } else if (!Objects.equals(expected, actual)) {
            differences.add(place + ": expected " + json(expected) + ", but was " + json(actual));
        }
    }

    private static Set<Object> names(Map<?, ?> expected, Map<?, ?> actual) {
        Set<Object> names = new LinkedHashSet<>(expected.keySet());
        names.addAll(actual.keySet());
        return names;
    }

    private static String json(@Nullable Object value) {
        return JsonWriter.text(value);
    }
}
