package io.kstash.engine.condition;

import io.kstash.event.Event;
import io.kstash.event.Timestamp;
import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Condition;
import io.kstash.language.syntax.NumberLiteral;
import io.kstash.language.syntax.Operand;
import io.kstash.language.syntax.RegexpLiteral;
import io.kstash.language.syntax.StringLiteral;
import java.util.Optional;

/** Conditions that are about no event, and so always or never hold. One that names a variable is a switch, and does not count. */
public final class ConstantConditions {
    private static final ConditionCompiler COMPILER = new ConditionCompiler((text, place) -> text, problem -> {});

    private ConstantConditions() {}

    /** Whether the condition always holds; empty where that depends. */
    public static Optional<Boolean> valueOf(Condition condition) {
        if (!isConstant(condition) || condition.span().text().contains("${")) {
            return Optional.empty();
        }
        try {
            return Optional.of(COMPILER.compile(condition).test(Event.at(Timestamp.now())));
        } catch (ConditionException undecidable) {
            return Optional.empty();
        }
    }

    private static boolean isConstant(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.terms().stream().allMatch(ConstantConditions::isConstant);
        }
        if (condition instanceof Condition.Or or) {
            return or.terms().stream().allMatch(ConstantConditions::isConstant);
        }
        if (condition instanceof Condition.Xor xor) {
            return isConstant(xor.left()) && isConstant(xor.right());
        }
        if (condition instanceof Condition.Nand nand) {
            return isConstant(nand.left()) && isConstant(nand.right());
        }
        return condition instanceof Condition.Not not ? isConstant(not.negated()) : isConstantTest(condition);
    }

    private static boolean isConstantTest(Condition test) {
        if (test instanceof Condition.Comparison comparison) {
            return isConstant(comparison.left()) && isConstant(comparison.right());
        }
        if (test instanceof Condition.Membership membership) {
            return isConstant(membership.element()) && isConstant(membership.container());
        }
        if (test instanceof Condition.RegexpMatch match) {
            return isConstant(match.subject());
        }
        return test instanceof Condition.Truth truth && isConstant(truth.operand());
    }

    private static boolean isConstant(Operand operand) {
        return operand instanceof StringLiteral
                || operand instanceof NumberLiteral
                || operand instanceof RegexpLiteral
                || operand instanceof ArrayLiteral;
    }
}
