package io.kstash.engine.condition;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a side of an operator. */
sealed interface Operand {
    /** The value for this event; null where a field is missing or null. */
    @Nullable Object valueFor(Event event);

    /** A text or a number. */
    record Constant(Object value) implements Operand {
        @Override
        public Object valueFor(Event event) {
            return value;
        }
    }

    /** A list of texts and numbers. It equals nothing, not even the same list. */
    record ConstantList(List<Object> elements) implements Operand {
        @Override
        public Object valueFor(Event event) {
            return this;
        }
    }

    /** A field. */
    record Field(FieldReference reference) implements Operand {
        @Override
        public @Nullable Object valueFor(Event event) {
            return event.get(reference);
        }
    }
}
