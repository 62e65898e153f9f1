package io.kstash.engine.condition;

import io.kstash.engine.condition.Operand.Constant;
import io.kstash.engine.condition.Operand.ConstantList;
import io.kstash.engine.condition.Operand.Field;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code element in container}: what it means depends on what stands on each side. */
final class Membership {
    private Membership() {}

    static Condition of(Operand element, Operand container) {
        if (container instanceof ConstantList list) {
            return inList(element, list);
        }
        if (container instanceof Constant constant) {
            return inList(element, new ConstantList(List.of(constant.value())));
        }
        if (element instanceof Constant constant) {
            return event -> contains(container.valueFor(event), constant.value());
        }
        return event -> {
            Object wanted = element.valueFor(event);
            Object within = container.valueFor(event);
            return (wanted == null || within == null) ? wanted == within : equalsOrContains(within, wanted);
        };
    }

    /** The text of a field decides, so that "2" is in [1, 2, 3]; that of a field which is null is empty. */
    private static Condition inList(Operand element, ConstantList list) {
        if (!(element instanceof Field field)) {
            return event -> list.elements().contains(element.valueFor(event));
        }
        Set<String> texts = list.elements().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        FieldReference reference = field.reference();
        return event -> contains(texts, event, reference);
    }

    private static boolean contains(Set<String> texts, Event event, FieldReference reference) {
        Object value = event.get(reference);
        if (value == null) {
            return event.contains(reference) && texts.contains("");
        }
        return !(value instanceof List<?>) && texts.contains(value.toString());
    }

    private static boolean equalsOrContains(Object container, Object element) {
        return container.equals(element) || contains(container, element);
    }

    private static boolean contains(@Nullable Object container, Object element) {
        if (container instanceof List<?> list) {
            return list.contains(element);
        }
        return container instanceof String text && element instanceof String part && text.contains(part);
    }
}
