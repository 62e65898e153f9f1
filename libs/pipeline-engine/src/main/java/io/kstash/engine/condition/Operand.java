package io.kstash.engine.condition;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a side of an operator. */
sealed interface Operand {
    /** The value of a field that is not there, which is another thing than one that is null. */
    Object MISSING = new Object() {
        @Override
        public String toString() {
            return "a missing field";
        }
    };

    /** The value for this event; {@link #MISSING} where there is none. */
    @Nullable Object valueFor(Event event);

    /** A text or a number. */
    record Constant(Object value) implements Operand {
        @Override
        public Object valueFor(Event event) {
            return value;
        }
    }

    /** A list of texts and numbers. */
    record ConstantList(List<Object> elements) implements Operand {
        @Override
        public Object valueFor(Event event) {
            return elements;
        }
    }

    /** A field. */
    record Field(FieldReference reference) implements Operand {
        @Override
        public @Nullable Object valueFor(Event event) {
            Object value = event.get(reference);
            return value == null && !event.contains(reference) ? MISSING : value;
        }
    }
}
