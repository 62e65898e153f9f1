package io.kstash.language.parser;

import io.kstash.language.source.SourceSpan;
import io.kstash.language.syntax.Condition;
import java.util.ArrayList;
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
                    "unexpected operator " + lonely.get().described() + ": it joins two expressions only",
                    "put parentheses around them");
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
        Condition joined = and(terms.subList(start, end));
        while (start > 0) {
            end = start;
            start = startOfRun(operators, end);
            List<Condition> run = terms.subList(start, end);
            int paired = Math.max(0, run.size() - 2);
            joined = or(and(run.subList(paired, run.size())), joined);
            if (paired > 0) {
                warn(operators.get(end - 1));
                List<Condition> before = new ArrayList<>(run.subList(0, paired));
                before.add(joined);
                joined = and(before);
            }
        }
        return joined;
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

    private static Condition or(Condition left, Condition right) {
        return new Condition.Or(List.of(left, right), spanOf(left, right));
    }

    private static SourceSpan spanOf(Condition first, Condition last) {
        SourceSpan start = first.span();
        return start.file().span(start.startOffset(), last.span().endOffset());
    }
}
