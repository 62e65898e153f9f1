package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands after {@code =>} and in arrays. */
final class ValueParser {
    private static final Set<String> ARROW_MISSPELT = Set.of(":", "=", "->", "==");

    private final ParseContext context;
    private final PluginParser plugins;
    private final HashParser hashes;

    ValueParser(ParseContext context, PluginParser plugins) {
        this.context = context;
        this.plugins = plugins;
        this.hashes = new HashParser(context, this);
    }

    /** Takes {@code =>}; where it is missing or misspelt, this is reported and reading goes on if it can. */
    void expectArrow(String subject) {
        Token next = context.peek();
        if (next.is("=>")) {
            context.take();
            return;
        }
        String message = "expected '=>' after " + subject + " but found " + next.described();
        if (next.is(Token.Kind.SYMBOL) && ARROW_MISSPELT.contains(next.text())) {
            context.error(next, message, Suggestions.didYouMean("=>"));
            context.take();
        } else if (startsValue(next) && !context.isAssignment(next)) {
            context.error(next, message);
        } else {
            throw context.abandon(next, message);
        }
    }

    private static boolean startsValue(Token token) {
        return switch (token.kind()) {
            case STRING, NUMBER, WORD, TYPOGRAPHIC_STRING -> true;
            case SYMBOL -> token.is("[") || token.is("{");
            case REGEXP, SELECTOR, END -> false;
        };
    }

    /** Whether a value should begin here but something else does. */
    boolean isMissing() {
        Token next = context.peek();
        return next.is("}") || next.is(Token.Kind.END) || next.is(",") || context.isAssignment(next);
    }

    /** The value of an option: only here a plugin (a codec) may stand. */
    Value optionValue() {
        Token first = context.peek();
        return isPluginName(first) && context.peekAfter(first).is("{") ? plugins.plugin() : value();
    }

    private static boolean isPluginName(Token token) {
        return token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER) || token.is(Token.Kind.STRING);
    }

    Value value() {
        Token first = context.peek();
        return switch (first.kind()) {
            case STRING -> string(context.takeDelimited(LexerMode.PLAIN));
            case TYPOGRAPHIC_STRING -> typographicString(context.take());
            case WORD -> bareword();
            case NUMBER -> number();
            case SYMBOL -> bracketedOrMistake(first);
            case REGEXP, SELECTOR, END -> throw noValue(first);
        };
    }

    private Value bracketedOrMistake(Token first) {
        if (first.is("[")) {
            return array(LexerMode.PLAIN);
        }
        if (first.is("{")) {
            return hashes.hash();
        }
        if (first.is("]") || first.is("}") || first.is("=>") || first.is(",") || first.is("(") || first.is(")")) {
            throw noValue(first);
        }
        return unquoted(context.takeUnquoted(first));
    }

    private Abandoned noValue(Token found) {
        return context.abandon(
                found, "expected a value (a string, number, array or hash) but found " + found.described());
    }

    static StringLiteral string(Token token) {
        return new StringLiteral(token.content(), token.span());
    }

    StringLiteral typographicString(Token token) {
        String content = token.content();
        context.error(
                token,
                "typographic quotes around " + token.described() + " are not quotes of this language",
                "write \"" + content + "\"");
        return new StringLiteral(content, token.span());
    }

    private Value bareword() {
        Token word = context.takeUnquoted(context.peek());
        return isBareword(word.text()) ? new Bareword(word.text(), word.span()) : unquoted(word);
    }

    static boolean isBareword(String text) {
        return text.length() > 1
                && !Character.isDigit(text.charAt(0))
                && text.chars().allMatch(c -> Lexer.isWordCharacter((char) c));
    }

    /** Reports what cannot stand without quotes, and takes it as if it had them. */
    StringLiteral unquoted(Token word) {
        String text = word.text();
        if (text.matches("[+-]?\\.?[0-9][0-9a-zA-Z.+_-]*")) {
            context.error(
                    word,
                    word.described() + " is not a number",
                    "numbers look like 5, -5 or 0.5; write \"" + text + "\" if it is a string");
        } else {
            String reason = text.length() == 1 && Lexer.isWordCharacter(text.charAt(0)) ? " (a single letter)" : "";
            context.error(
                    word,
                    word.described() + " must be quoted" + reason,
                    "write \"" + text.replace("\"", "\\\"") + "\"");
        }
        return unquotedString(word);
    }

    static StringLiteral unquotedString(Token word) {
        return new StringLiteral(word.text(), word.span());
    }

    private Value number() {
        Token first = context.peek();
        Token token = context.takeUnquoted(first);
        return token.end() > first.end() ? unquoted(token) : Numbers.read(token, context);
    }

    /** {@code [value, …]}; in a condition, the brace of the branch may follow an array that lacks its bracket. */
    ArrayLiteral array(LexerMode mode) {
        Token opener = context.open(mode, "the array");
        List<Value> elements = new ArrayList<>();
        while (!context.peek().is("]")) {
            if (endsUnclosed(context.peek())) {
                context.unclosed("]");
                return new ArrayLiteral(elements, context.spanFrom(opener));
            }
            elements.add(value());
            readSeparator();
        }
        context.close("]", LexerMode.PLAIN);
        return new ArrayLiteral(elements, context.spanFrom(opener));
    }

    /** Takes the comma between two elements. */
    private void readSeparator() {
        Token next = context.peek();
        if (next.is(",")) {
            context.take();
            if (context.peek().is("]")) {
                context.error(context.peek(), "expected a value after ',' but found ']'", "remove the ','");
            }
        } else if (!next.is("]") && !endsUnclosed(next)) {
            String message = "expected ',' or ']' in the array but found " + next.described();
            if (!startsValue(next)) {
                throw context.abandon(next, message);
            }
            context.error(next, message);
        }
    }

    private boolean endsUnclosed(Token next) {
        return next.is("}")
                || next.is(Token.Kind.END)
                || (next.is("{") && !context.opensHash(next))
                || context.isAssignment(next)
                || context.isSectionStart(next);
    }
}
