package io.kstash.engine.condition;

import io.kstash.engine.condition.Operand.Constant;
import io.kstash.engine.condition.Operand.ConstantList;
import io.kstash.engine.condition.Operand.Field;
import io.kstash.language.syntax.Condition.Comparison.Operator;
import java.util.function.IntPredicate;

/** {@code left == right} and its kind. */
final class Comparisons {
    private Comparisons() {}

    /** @throws ConditionException where Logstash does not start with such a condition */
    static Condition of(Operand left, Operator operator, Operand right) {
        if (left instanceof ConstantList) {
            throw new ConditionException("a list cannot be compared; write a field or a text");
        }
        Operand other = right instanceof ConstantList list ? firstOf(list) : right;
        return switch (operator) {
            case EQUAL -> equal(left, other);
            case NOT_EQUAL -> not(equal(left, other));
            case LESS -> ordered(left, other, order -> order < 0);
            case LESS_OR_EQUAL -> ordered(left, other, order -> order <= 0);
            case GREATER -> ordered(left, other, order -> order > 0);
            case GREATER_OR_EQUAL -> ordered(left, other, order -> order >= 0);
        };
    }

    /** Of a list Logstash sees the first element only. */
    private static Operand firstOf(ConstantList list) {
        if (list.elements().isEmpty()) {
            throw new ConditionException("nothing can be compared with an empty list; write a field or a text");
        }
        return new Constant(list.elements().get(0));
    }

    private static Condition equal(Operand left, Operand right) {
        return event -> ValueEquality.ofFields(left.valueFor(event), right.valueFor(event));
    }

    private static Condition not(Condition condition) {
        return event -> !condition.test(event);
    }

    private static Condition ordered(Operand left, Operand right, IntPredicate accepts) {
        if (left instanceof Constant a && right instanceof Constant b) {
            boolean holds = accepts.test(ValueOrder.compareConstants(a.value(), b.value()));
            return event -> holds;
        }
        // What decides whether there is an order is the field, on whichever side it stands.
        if (left instanceof Constant && right instanceof Field) {
            return event -> accepts.test(-ValueOrder.compare(right.valueFor(event), left.valueFor(event)));
        }
        return event -> accepts.test(ValueOrder.compare(left.valueFor(event), right.valueFor(event)));
    }
}
