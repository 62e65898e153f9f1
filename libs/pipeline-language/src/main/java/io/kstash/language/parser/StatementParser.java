package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.Branch;
import io.kstash.language.syntax.Condition;
import io.kstash.language.syntax.Statement;
import io.kstash.language.syntax.StringLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands in a section or a branch: plugins and further branches. */
final class StatementParser {
    private static final Set<String> ELSE_IF_MISSPELT = Set.of("elsif", "elif", "else-if");

    private final ParseContext context;
    private final PluginParser plugins;
    private final ConditionParser conditions;

    StatementParser(ParseContext context) {
        this.context = context;
        this.plugins = new PluginParser(context);
        this.conditions = new ConditionParser(context, plugins.values());
    }

    /** Takes the opening brace of a section or a branch, or reports that it is missing. */
    void openBody(Token owner, String described) {
        Token next = context.peek();
        if (next.is("{")) {
            context.open(LexerMode.PLAIN, described);
            return;
        }
        context.error(next, "expected '{' after " + described + " but found " + next.described());
        if (!context.ahead().startsStatement(next)) {
            throw new Abandoned();
        }
        context.openBefore(owner, described);
    }

    /** All statements up to the closing brace, which is left. */
    List<Statement> untilBrace() {
        List<Statement> statements = new ArrayList<>();
        while (true) {
            Token next = context.peek();
            if (next.is("}") || next.is(Token.Kind.END) || context.ahead().isOutermostSectionStart(next)) {
                return statements;
            }
            int depth = context.depth();
            try {
                statement(next).ifPresent(statements::add);
            } catch (Abandoned reported) {
                context.skipPast(next, depth, context.ahead()::startsStatement);
            }
        }
    }

    private Optional<Statement> statement(Token first) {
        if (context.ahead().isSectionStart(first)) {
            return nestedSection(first);
        }
        if (first.isWord("if")) {
            return Optional.of(branch());
        }
        if (isElse(first) || isElseIfMisspelt(first)) {
            context.error(first, first.described() + " has no 'if' before it", "it follows the '}' of its 'if'");
            context.distrustBraces();
            return Optional.of(branchWithoutIf());
        }
        if (first.is(Token.Kind.WORD) || first.is(Token.Kind.NUMBER) || first.is(Token.Kind.STRING)) {
            return plugins.statement();
        }
        return notAStatement(first);
    }

    private Optional<Statement> notAStatement(Token first) {
        String found = first.described();
        if (first.is("//") || first.is("/*")) {
            context.error(first, found + " does not start a comment", "comments begin with '#'");
            context.skipLine();
        } else if (first.is("{")) {
            context.error(first, "expected the name of a plugin before '{'");
            context.open(LexerMode.PLAIN, "a block without name");
            context.skipTo(context.depth(), token -> false);
            context.close();
        } else {
            context.error(first, "expected a plugin or 'if' but found " + found);
            context.take();
        }
        return Optional.empty();
    }

    private Optional<Statement> nestedSection(Token keyword) {
        context.error(
                keyword,
                "section " + keyword.described() + " cannot stand inside of another section",
                "is a '}' missing before it?");
        context.distrustBraces();
        context.take();
        openBody(keyword, keyword.described());
        untilBrace();
        context.close();
        return Optional.empty();
    }

    private Branch branch() {
        Token first = context.peek();
        List<Branch.Arm> arms = new ArrayList<>();
        List<Statement> otherwise = new ArrayList<>();
        arms.add(arm(context.take()));
        readElses(arms, otherwise);
        return new Branch(arms, otherwise, context.spanFrom(first));
    }

    private Branch branchWithoutIf() {
        Token first = context.peek();
        List<Branch.Arm> arms = new ArrayList<>();
        List<Statement> otherwise = new ArrayList<>();
        readElses(arms, otherwise);
        return new Branch(arms, otherwise, context.spanFrom(first));
    }

    private void readElses(List<Branch.Arm> arms, List<Statement> otherwise) {
        boolean ended = false;
        while (true) {
            Token next = context.peek();
            boolean misspelt = isElseIfMisspelt(next);
            if (!misspelt && !isElse(next)) {
                return;
            }
            if (ended) {
                context.error(next, next.described() + " cannot follow the final 'else' of an 'if'");
            }
            context.take();
            if (misspelt) {
                context.error(next, "unknown word " + next.described(), Suggestions.didYouMean("else if"));
                arms.add(arm(next));
            } else if (next.isWord("elseif")) {
                arms.add(arm(next));
            } else if (context.peek().isWord("if")) {
                context.take();
                arms.add(arm(next));
            } else {
                otherwise.addAll(body(next, "'else'"));
                ended = true;
            }
        }
    }

    /** In {@code else if} there need be no space. */
    private static boolean isElse(Token token) {
        return token.isWord("else") || token.isWord("elseif");
    }

    private boolean isElseIfMisspelt(Token token) {
        return token.is(Token.Kind.WORD)
                && ELSE_IF_MISSPELT.contains(token.text())
                && !context.peekAfter(token).is("{");
    }

    private Branch.Arm arm(Token first) {
        Condition condition = condition();
        List<Statement> statements = body(first, "'if'");
        return new Branch.Arm(condition, statements, context.spanFrom(first));
    }

    private List<Statement> body(Token owner, String described) {
        openBody(owner, described);
        List<Statement> statements = untilBrace();
        context.close();
        return statements;
    }

    /** The condition up to the opening brace. If it is wrong, the body is read all the same. */
    private Condition condition() {
        Token first = context.peek(LexerMode.OPERAND);
        int depth = context.depth();
        try {
            Condition condition = conditions.condition();
            conditions.expectEnd();
            return condition;
        } catch (Abandoned reported) {
            conditions.skipToBody(depth);
            return new Condition.Truth(new StringLiteral("", first.span()), first.span());
        }
    }
}
