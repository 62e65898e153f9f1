package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.RubyText;
import io.kstash.regexp.Regexp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes by the value of one field, or by each element of an array.
 *
 * @param field the name of the field for an event
 * @param removesMatching whether what matches goes, or what does not
 */
record ValueRule(Function<Event, String> field, PatternSource pattern, boolean removesMatching) implements Rule {
    @Override
    public void collect(Event event, Removals removals) {
        String name = field.apply(event);
        Regexp current = pattern.of(event);
        Object value = event.fields().get(name);
        if (value instanceof List<?> list) {
            collectElements(name, list, current, removals);
        } else if (value != null && !value.equals(false) && goes(name, value, current)) {
            removals.remove(name);
        }
    }

    private void collectElements(String name, List<?> list, Regexp current, Removals removals) {
        List<@Nullable Object> staying = new ArrayList<>(list);
        staying.removeIf(element -> goes(name, element, current));
        if (staying.size() < list.size()) {
            if (staying.isEmpty()) {
                removals.remove(name);
            } else {
                removals.keep(name, staying);
            }
        }
    }

    private boolean goes(String name, @Nullable Object value, Regexp current) {
        if (value instanceof String text) {
            return current.find(text) == removesMatching;
        }
        throw new EventException("prune can only match texts, and " + name + " has " + RubyText.inspect(value)
                + ": convert it with mutate first");
    }
}
