package io.kstash.engine.condition;

import io.kstash.engine.condition.Operand.Constant;
import io.kstash.engine.condition.Operand.ConstantList;
import io.kstash.engine.condition.Operand.Field;
import io.kstash.event.RubyText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code element in container}: what it means depends on what stands on each side. */
final class Membership {
    private Membership() {}

    /** @throws ConditionException where Logstash does not start with such a condition */
    static Condition of(Operand element, Operand container) {
        if (element instanceof Field field) {
            return ofField(field, container);
        }
        if (!(container instanceof Field field)) {
            boolean same = element.equals(container);
            return event -> same;
        }
        if (element instanceof Constant constant) {
            return event -> contains(field.valueFor(event), constant.value());
        }
        throw new ConditionException("a list of texts cannot be in a field; ask for each of them");
    }

    private static Condition ofField(Field element, Operand container) {
        if (container instanceof ConstantList list) {
            return inList(element, list);
        }
        if (container instanceof Constant constant) {
            String text = RubyText.toS(constant.value());
            return event -> element.valueFor(event) instanceof String part && text.contains(part);
        }
        return event -> fieldInField(element.valueFor(event), container.valueFor(event));
    }

    /** The text of a field decides, so that "2" is in [1, 2, 3]; that of a field which is null is empty. */
    private static Condition inList(Field element, ConstantList list) {
        Set<String> texts = list.elements().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet());
        return event -> {
            Object value = element.valueFor(event);
            return isScalar(value) && texts.contains(RubyText.toS(value));
        };
    }

    private static boolean fieldInField(@Nullable Object element, @Nullable Object container) {
        if (!isScalar(element)) {
            return false;
        }
        if (element instanceof String part && container instanceof String text) {
            return text.contains(part);
        }
        return container instanceof List<?> list ? list.contains(element) : ValueEquality.ofFields(element, container);
    }

    private static boolean contains(@Nullable Object container, Object element) {
        if (container instanceof List<?> list) {
            return list.contains(element);
        }
        return container instanceof String text && element instanceof String part && text.contains(part);
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != Operand.MISSING && !(value instanceof List<?>) && !(value instanceof Map<?, ?>);
    }
}
