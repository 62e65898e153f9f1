package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Condition;
import io.kstash.language.syntax.Condition.Comparison;
import io.kstash.language.syntax.NumberLiteral;
import io.kstash.language.syntax.Operand;
import io.kstash.language.syntax.RegexpLiteral;
import java.util.Map;
import java.util.Optional;

/** Reads one expression of a condition: a comparison, a negation, something in parentheses. */
final class ExpressionParser {
    private static final Map<String, String> COMPARISON_MISSPELT =
            Map.of("=", "==", "===", "==", "=>", ">=", "!==", "!=", "<>", "!=", "~", "=~");

    private final ParseContext context;
    private final ConditionParser conditions;
    private final OperandParser operands;

    ExpressionParser(ParseContext context, ConditionParser conditions, OperandParser operands) {
        this.context = context;
        this.conditions = conditions;
        this.operands = operands;
    }

    Condition expression() {
        Token first = context.peek(LexerMode.OPERAND);
        if (first.is("(")) {
            return parenthesised();
        }
        if (first.is("!")) {
            return negation();
        }
        if (first.isWord("not")) {
            context.error(first, "'not' can stand only before 'in'", Suggestions.didYouMean("!"));
            return negation();
        }
        Operand left = operands.left();
        return comparisonWith(left, first);
    }

    private Condition parenthesised() {
        context.open(LexerMode.OPERAND, "the condition");
        Condition condition = conditions.condition();
        context.close(")", LexerMode.OPERATOR);
        return condition;
    }

    private Condition negation() {
        Token mark = context.take(LexerMode.OPERAND);
        Token next = context.peek(LexerMode.OPERAND);
        if (next.is("(")) {
            Condition negated = parenthesised();
            return new Condition.Not(negated, context.spanFrom(mark));
        }
        if (!next.is(Token.Kind.SELECTOR)) {
            context.error(
                    next,
                    "expected a field or a condition in parentheses after " + mark.described() + " but found "
                            + next.described());
            skipNegations();
            return expression();
        }
        Operand field = operands.left();
        Condition negated = new Condition.Truth(field, field.span());
        Token following = context.peek(LexerMode.OPERATOR);
        if (isComparing(following)) {
            context.error(
                    following,
                    "'!' negates only the field before " + following.described(),
                    "put the comparison in parentheses: !(…)");
            return comparisonWith(field, mark);
        }
        return new Condition.Not(negated, context.spanFrom(mark));
    }

    /** One of them has been reported; a long run of them must not be a deep tree. */
    private void skipNegations() {
        Token next = context.peek(LexerMode.OPERAND);
        while (next.is("!") || next.isWord("not")) {
            context.take(LexerMode.OPERAND);
            next = context.peek(LexerMode.OPERAND);
        }
    }

    /** Whether an operator that needs a value on either side stands here, well written or not. */
    boolean isComparing(Token token) {
        return token.isWord("in")
                || token.isWord("not")
                || token.is("=~")
                || token.is("!~")
                || comparisonMeantBy(token).isPresent();
    }

    private Condition comparisonWith(Operand left, Token first) {
        Token operator = context.peek(LexerMode.OPERATOR);
        if (operator.isWord("in") || operator.isWord("not")) {
            return membership(left, first);
        }
        if (operator.is("=~") || operator.is("!~")) {
            return regexpMatch(left, first);
        }
        Optional<Comparison.Operator> comparison = comparisonMeantBy(operator);
        if (comparison.isEmpty()) {
            return new Condition.Truth(left, left.span());
        }
        if (!operator.is(comparison.get().symbol())) {
            context.error(
                    operator,
                    "unknown operator " + operator.described(),
                    Suggestions.didYouMean(COMPARISON_MISSPELT.getOrDefault(operator.text(), "==")));
        }
        context.take(LexerMode.OPERATOR);
        Operand right = operands.right(operator);
        return new Comparison(left, comparison.get(), right, context.spanFrom(first));
    }

    private static Optional<Comparison.Operator> comparisonMeantBy(Token token) {
        if (!token.is(Token.Kind.SYMBOL)) {
            return Optional.empty();
        }
        String symbol = token.text();
        return Comparison.Operator.ofSymbol(symbol)
                .or(() -> Optional.ofNullable(COMPARISON_MISSPELT.get(symbol))
                        .map(meant -> Comparison.Operator.ofSymbol(meant).orElse(Comparison.Operator.EQUAL)));
    }

    private Condition membership(Operand left, Token first) {
        Token operator = context.take(LexerMode.OPERATOR);
        boolean negated = operator.isWord("not");
        if (negated) {
            expectInAfter(operator);
        }
        Operand container = operands.right(context.taken());
        return new Condition.Membership(left, negated, container, context.spanFrom(first));
    }

    private void expectInAfter(Token not) {
        Token next = context.peek(LexerMode.OPERATOR);
        if (!next.isWord("in")) {
            context.error(next, "expected 'in' after 'not' but found " + next.described());
            return;
        }
        if (context.characterAfterTaken() != ' ') {
            context.error(not, "expected a space after 'not'");
        }
        context.take(LexerMode.OPERATOR);
    }

    private Condition regexpMatch(Operand left, Token first) {
        Token operator = context.take(LexerMode.OPERATOR);
        if (left instanceof NumberLiteral || left instanceof ArrayLiteral || left instanceof RegexpLiteral) {
            context.error(
                    left.span(),
                    "expected a field or a string before " + operator.described() + " but found '"
                            + left.span().text() + "'");
            throw new Abandoned();
        }
        Operand pattern = operands.pattern(operator);
        return new Condition.RegexpMatch(left, operator.is("!~"), pattern, context.spanFrom(first));
    }
}
