package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions: expressions joined by {@code and}, {@code or}, {@code xor} and {@code nand}. */
final class ConditionParser {
    static final Set<String> JOINING = Set.of("and", "or", "xor", "nand");
    private static final Map<String, String> JOINING_MISSPELT = Map.of("&&", "and", "&", "and", "||", "or", "|", "or");

    private final ParseContext context;
    private final ExpressionParser expressions;

    ConditionParser(ParseContext context, ValueParser values) {
        this.context = context;
        this.expressions = new ExpressionParser(context, this, new OperandParser(context, values));
    }

    /** The condition up to what cannot belong to it, which is left. */
    Condition condition() {
        List<Condition> terms = new ArrayList<>();
        List<Token> operators = new ArrayList<>();
        terms.add(expressions.expression());
        while (takeJoining(operators)) {
            terms.add(expressions.expression());
        }
        return new ConditionJoiner(context).join(terms, operators);
    }

    private boolean takeJoining(List<Token> operators) {
        Token next = context.peek(LexerMode.OPERATOR);
        Optional<String> meant = joiningMeantBy(next);
        if (meant.isEmpty()) {
            return false;
        }
        if (!next.isWord(meant.get())) {
            context.error(next, "unknown operator " + next.described(), Suggestions.didYouMean(meant.get()));
        }
        operators.add(context.take(LexerMode.OPERATOR));
        return true;
    }

    private static Optional<String> joiningMeantBy(Token token) {
        if (token.is(Token.Kind.WORD)) {
            return Optional.of(token.text().toLowerCase(Locale.ROOT)).filter(JOINING::contains);
        }
        return token.is(Token.Kind.SYMBOL) ? Optional.ofNullable(JOINING_MISSPELT.get(token.text())) : Optional.empty();
    }

    /** Checks that the body of the branch follows. */
    void expectEnd() {
        Token next = context.peek(LexerMode.OPERATOR);
        if (next.is("{")) {
            return;
        }
        if (next.is(")")) {
            context.error(next, "this ')' closes nothing");
            context.take();
            expectEnd();
            return;
        }
        if (next.isWord("then")) {
            context.error(next, "expected '{' after the condition but found 'then'", "remove 'then'");
            context.take();
            return;
        }
        if (beginsBody(next)) {
            return;
        }
        if (expressions.isComparing(next)) {
            throw context.abandon(
                    next,
                    next.described() + " cannot follow a complete comparison",
                    Optional.of("join comparisons with 'and' or 'or'"));
        }
        throw context.abandon(
                next,
                "expected an operator (such as ==, in, and) or '{' in the condition but found " + next.described());
    }

    /** Whether the opening brace was forgotten, which is reported with the body: a statement follows. */
    private boolean beginsBody(Token next) {
        return next.is(Token.Kind.WORD)
                && (next.isWord("if") || context.peekAfter(context.peek()).is("{"));
    }

    /** Recovers: passes over the rest of a condition up to the brace that opens the body. */
    void skipToBody(int depth) {
        context.dropBlocksTo(depth);
        while (true) {
            boolean afterMatch = context.taken().is("=~") || context.taken().is("!~");
            LexerMode mode = afterMatch ? LexerMode.OPERAND : LexerMode.OPERATOR;
            Token next = context.peek(mode);
            if (next.is("}") || next.is(Token.Kind.END)) {
                throw new Abandoned();
            }
            if (next.is("{") && !context.ahead().opensHash(next)) {
                return;
            }
            if (next.is("{")) {
                context.open(LexerMode.PLAIN, "the hash");
                context.skipTo(context.depth(), token -> false);
                context.close();
            } else if (next.isDelimited()) {
                context.takeDelimited(mode);
            } else {
                context.take(mode);
            }
        }
    }
}
