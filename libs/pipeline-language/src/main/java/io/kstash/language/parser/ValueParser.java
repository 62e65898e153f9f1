package io.kstash.language.parser;

import io.kstash.language.diagnostic.Suggestions;
import io.kstash.language.syntax.ArrayLiteral;
import io.kstash.language.syntax.Bareword;
import io.kstash.language.syntax.StringLiteral;
import io.kstash.language.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands after {@code =>} and in arrays. */
final class ValueParser {
    private static final Set<String> ARROW_MISSPELT = Set.of(":", "=", "->", "==", "==>");

    private static final Optional<String> HASH_ADVICE = Optional.of("a hash stands in braces: { key => value }");

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
        } else if (startsValue(next) && !context.ahead().isAssignment(next)) {
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
        return next.is("}")
                || next.is(Token.Kind.END)
                || next.is(",")
                || context.ahead().isAssignment(next);
    }

    /** The value of an option: only here a plugin (a codec) may stand. */
    Value optionValue() {
        Token first = context.peek();
        return isPluginName(first) && context.peekAfter(first).is("{") ? plugins.plugin() : value();
    }

    private static boolean isPluginName(Token token) {
        return token.is(Token.Kind.WORD) || token.is(Token.Kind.NUMBER) || token.is(Token.Kind.STRING);
    }

    /** The value of an element or entry. Logstash reads a plugin there, and then ignores it. */
    Value valueButNoPlugin(String place) {
        Token first = context.peek();
        if (context.ahead().opensBlock(first) && !context.ahead().isSectionStart(first)) {
            throw context.abandonBlock(
                    first,
                    "plugin " + first.described() + " cannot stand inside of " + place,
                    "a plugin (a codec) can be the value of an option only");
        }
        return value();
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
                token.described() + " has typographic quotes, which quote nothing here",
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
            boolean isLetter = text.length() == 1 && Lexer.isWordCharacter(text.charAt(0));
            String reason = isLetter ? " is a single letter and must be quoted" : " must be quoted";
            context.error(word, word.described() + reason, "write \"" + text.replace("\"", "\\\"") + "\"");
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

    /** {@code [value, …]}. */
    ArrayLiteral array(LexerMode mode) {
        Token opener = context.open(mode, "the array");
        List<Value> elements = new ArrayList<>();
        boolean more = !context.peek().is("]");
        while (more && !endsUnclosed(context.peek())) {
            elements.add(mode == LexerMode.PLAIN ? valueButNoPlugin("an array") : value());
            more = readSeparator(mode);
        }
        context.close("]", LexerMode.PLAIN);
        return new ArrayLiteral(elements, context.spanFrom(opener));
    }

    /** Takes the comma between two elements; false if there is no further element. */
    private boolean readSeparator(LexerMode mode) {
        Token next = context.peek();
        if (next.is(",")) {
            context.take();
            return !trailingComma(context.peek());
        }
        boolean opensBody =
                mode == LexerMode.OPERAND && next.is("{") && !context.ahead().opensHash(next);
        if (next.is("]") || opensBody || endsUnclosed(next)) {
            return false;
        }
        String message = "expected ',' or ']' in the array but found " + next.described();
        if (!startsValue(next)) {
            throw context.abandon(next, message, next.is("=>") ? HASH_ADVICE : Optional.empty());
        }
        context.error(next, message);
        return true;
    }

    private boolean trailingComma(Token next) {
        if (next.is("]")) {
            context.error(next, "expected a value after ',' but found ']'", "remove the ','");
        }
        return next.is("]");
    }

    /** What cannot stand in an array shows that its bracket is missing. */
    private boolean endsUnclosed(Token next) {
        boolean isOption = context.ahead().isAssignment(next) && (next.is(Token.Kind.WORD) || next.startsLine());
        return next.is("}")
                || next.is(Token.Kind.END)
                || isOption
                || context.ahead().isSectionStart(next);
    }
}
