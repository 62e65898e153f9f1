package io.kstash.language.parser;

import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Joins the expressions of a condition in the order in which Logstash evaluates them.
 *
 * <p>{@code and} binds tighter than {@code or}, with an exception that pipelines may depend on: of three or more
 * expressions joined by {@code and} before an {@code or}, only the last two are taken together, so that {@code a and b
 * and c or d} means {@code a and ((b and c) or d)}. The author is warned. {@code xor} and {@code nand} stand alone.
 */
final class ConditionJoiner {
    private final ParseContext context;

    ConditionJoiner(ParseContext context) {
        this.context = context;
    }

    /** @param operators one less than terms; operator n stands between the terms n and n + 1 */
    Condition join(List<Condition> terms, List<Token> operators) {
        if (operators.isEmpty()) {
            return terms.get(0);
        }
        Optional<Token> lonely = operators.stream()
                .filter(operator -> operator.isWord("xor") || operator.isWord("nand"))
                .findFirst();
        if (lonely.isEmpty()) {
            return joinRuns(terms, operators);
        }
        if (operators.size() > 1) {
            context.error(
                    lonely.get(),
                    "unexpected operator " + lonely.get().described() + " beside another operator",
                    "put it and its two sides in parentheses");
        }
        Condition left = terms.get(0);
        Condition right = terms.get(1);
        SourceSpan span = spanOf(left, right);
        return lonely.get().isWord("xor")
                ? new Condition.Xor(left, right, span)
                : new Condition.Nand(left, right, span);
    }

    /** From the last run of expressions joined by {@code and} to the first. */
    private Condition joinRuns(List<Condition> terms, List<Token> operators) {
        int end = terms.size();
        int start = startOfRun(operators, end);
        Deque<Condition> alternatives = new ArrayDeque<>();
        alternatives.push(and(terms.subList(start, end)));
        int levels = context.depth();
        while (start > 0) {
            end = start;
            start = startOfRun(operators, end);
            List<Condition> run = terms.subList(start, end);
            int paired = Math.max(0, run.size() - 2);
            alternatives.push(and(run.subList(paired, run.size())));
            if (paired > 0) {
                Token or = operators.get(end - 1);
                context.checkNesting(++levels, or);
                warn(or);
                List<Condition> before = new ArrayList<>(run.subList(0, paired));
                before.add(or(alternatives));
                alternatives.clear();
                alternatives.push(and(before));
            }
        }
        return or(alternatives);
    }

    private static int startOfRun(List<Token> operators, int end) {
        int start = end - 1;
        while (start > 0 && !operators.get(start - 1).isWord("or")) {
            start--;
        }
        return start;
    }

    private void warn(Token or) {
        context.warning(
                or.span(),
                "as in Logstash, this 'or' reaches back over the two expressions before it only;"
                        + " use parentheses to say what you mean");
    }

    private static Condition and(List<Condition> terms) {
        return terms.size() == 1
                ? terms.get(0)
                : new Condition.And(terms, spanOf(terms.get(0), terms.get(terms.size() - 1)));
    }

    private static Condition or(Deque<Condition> terms) {
        return terms.size() == 1
                ? terms.getFirst()
                : new Condition.Or(List.copyOf(terms), spanOf(terms.getFirst(), terms.getLast()));
    }

    private static SourceSpan spanOf(Condition first, Condition last) {
        SourceSpan start = first.span();
        return start.file().span(start.startOffset(), last.span().endOffset());
    }
}
