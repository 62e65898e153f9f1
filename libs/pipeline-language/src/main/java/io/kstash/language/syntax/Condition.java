package io.kstash.language.syntax;

import io.kstash.language.source.SourceSpan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What decides whether a branch is taken. Parentheses leave no node: they show in the shape of the tree. */
public sealed interface Condition extends SyntaxNode {

    /** All hold; evaluated from left to right up to the first that does not. At least two. */
    record And(List<Condition> terms, SourceSpan span) implements Condition {
        public And {
            terms = List.copyOf(terms);
        }
    }

    /** At least one holds; evaluated from left to right up to the first that does. At least two. */
    record Or(List<Condition> terms, SourceSpan span) implements Condition {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /** Exactly one holds. */
    record Xor(Condition left, Condition right, SourceSpan span) implements Condition {}

    /** Not both hold. */
    record Nand(Condition left, Condition right, SourceSpan span) implements Condition {}

    /** {@code !(…)} or {@code ![field]}. */
    record Not(Condition negated, SourceSpan span) implements Condition {}

    /** {@code left == right} and its kind. */
    record Comparison(Operand left, Operator operator, Operand right, SourceSpan span) implements Condition {

        public enum Operator {
            EQUAL("=="),
            NOT_EQUAL("!="),
            LESS_OR_EQUAL("<="),
            GREATER_OR_EQUAL(">="),
            LESS("<"),
            GREATER(">");

            private final String symbol;

            Operator(String symbol) {
                this.symbol = symbol;
            }

            public String symbol() {
                return symbol;
            }

            public static Optional<Operator> ofSymbol(String symbol) {
                return Arrays.stream(values())
                        .filter(operator -> operator.symbol.equals(symbol))
                        .findFirst();
            }
        }
    }

    /** {@code element in container} or, negated, {@code element not in container}. */
    record Membership(Operand element, boolean negated, Operand container, SourceSpan span) implements Condition {}

    /**
     * {@code subject =~ pattern} or, negated, {@code subject !~ pattern}.
     *
     * @param subject a string, a field or a method call
     * @param pattern a {@link RegexpLiteral}, or a {@link StringLiteral} that holds a regular expression
     */
    record RegexpMatch(Operand subject, boolean negated, Operand pattern, SourceSpan span) implements Condition {}

    /** A value alone: {@code if [field]}. */
    record Truth(Operand operand, SourceSpan span) implements Condition {}
}
