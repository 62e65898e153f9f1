package io.kstash.language.parser;

import io.kstash.language.syntax.FieldSelector;
import io.kstash.language.syntax.MethodCall;
import io.kstash.language.syntax.Operand;
import io.kstash.language.syntax.RegexpLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values of a condition: fields, strings, numbers, arrays, regular expressions. */
final class OperandParser {
    private static final Set<String> NULLS = Set.of("null", "nil", "None", "undefined", "NULL");

    private final ParseContext context;
    private final ValueParser values;

    OperandParser(ParseContext context, ValueParser values) {
        this.context = context;
        this.values = values;
    }

    /** The value with which an expression begins. */
    Operand left() {
        Token first = context.peek(LexerMode.OPERAND);
        if (joins(first)) {
            context.error(first, "expected a value or field before " + first.described());
        }
        while (joins(first)) {
            context.take(LexerMode.OPERAND);
            first = context.peek(LexerMode.OPERAND);
        }
        return first.is(Token.Kind.WORD) && !isCall(first)
                ? wordAsField()
                : operand("after " + context.taken().described());
    }

    private static boolean joins(Token token) {
        return token.is(Token.Kind.WORD) && ConditionParser.JOINING.contains(token.text());
    }

    /** The value after an operator. */
    Operand right(Token operator) {
        Token first = context.peek(LexerMode.OPERAND);
        return first.is(Token.Kind.WORD) && !isCall(first) ? wordAsString() : operand("after " + operator.described());
    }

    /** The regular expression after {@code =~} or {@code !~}. */
    Operand pattern(Token operator) {
        Token first = context.peek(LexerMode.OPERAND);
        if (first.is(Token.Kind.REGEXP) || first.is(Token.Kind.STRING) || first.is(Token.Kind.TYPOGRAPHIC_STRING)) {
            return operand("");
        }
        throw context.abandon(
                first,
                "expected a regular expression or a string after " + operator.described() + " but found "
                        + first.described(),
                Optional.of("regular expressions stand between slashes: /…/"));
    }

    private Operand operand(String place) {
        Token first = context.peek(LexerMode.OPERAND);
        return switch (first.kind()) {
            case STRING -> ValueParser.string(context.takeDelimited(LexerMode.OPERAND));
            case TYPOGRAPHIC_STRING -> values.typographicString(context.take(LexerMode.OPERAND));
            case NUMBER -> Numbers.read(context.take(LexerMode.OPERAND), context);
            case SELECTOR -> selector(context.take(LexerMode.OPERAND));
            case REGEXP -> regexp(context.takeDelimited(LexerMode.OPERAND));
            case WORD -> call();
            case SYMBOL -> first.is("[") ? bracket(first) : noOperand(first, place);
            case END -> noOperand(first, place);
        };
    }

    private Operand noOperand(Token found, String place) {
        if (found.is("{") && context.ahead().opensHash(found)) {
            throw context.abandon(found, "a hash cannot stand in a condition: expected a value or field but found '{'");
        }
        throw context.abandon(found, "expected a value or field " + place + " but found " + found.described());
    }

    private static RegexpLiteral regexp(Token token) {
        return new RegexpLiteral(token.content(), token.span());
    }

    private static FieldSelector selector(Token token) {
        return new FieldSelector(List.of(token.content().split("]\\[", -1)), token.span());
    }

    /** An array, or a field whose closing bracket was forgotten. */
    private Operand bracket(Token opener) {
        Token inside = context.peekAfter(opener);
        Token behind = context.peekAfter(inside);
        boolean forgotten = inside.is(Token.Kind.WORD) && !behind.is(",") && !behind.is("]") && !behind.is("[");
        if (!forgotten) {
            return values.array(LexerMode.OPERAND);
        }
        context.error(opener, "the '[' of a field is never closed: ']' is missing", fieldAdvice(inside.text()));
        context.take(LexerMode.OPERATOR);
        context.take();
        return new FieldSelector(List.of(inside.text()), context.spanFrom(opener));
    }

    private boolean isCall(Token word) {
        return ValueParser.isBareword(word.text()) && context.peekAfter(word).is("(");
    }

    private Operand call() {
        Token name = context.take(LexerMode.OPERAND);
        context.open(LexerMode.OPERAND, "'" + name.text() + "'");
        List<Operand> arguments = new ArrayList<>();
        if (!context.peek(LexerMode.OPERAND).is(")")) {
            arguments.add(operandOrWord());
            while (context.peek(LexerMode.OPERATOR).is(",")) {
                context.take(LexerMode.OPERATOR);
                arguments.add(operandOrWord());
            }
        }
        context.close(")", LexerMode.OPERATOR);
        return new MethodCall(PluginParser.name(name), arguments, context.spanFrom(name));
    }

    private Operand operandOrWord() {
        return right(context.taken());
    }

    private Operand wordAsField() {
        Token word = context.take(LexerMode.OPERAND);
        boolean isConstant = isConstant(word);
        String message = isConstant
                ? word.described() + " is not a literal of this language"
                : word.described() + " is not a field: fields stand in brackets";
        context.error(word, message, isConstant ? constantAdvice(word) : fieldAdvice(word.text()));
        if (context.peek(LexerMode.OPERATOR).is("[")) {
            throw new Abandoned();
        }
        return new FieldSelector(List.of(word.text()), word.span());
    }

    private Operand wordAsString() {
        Token word = context.take(LexerMode.OPERAND);
        String message = isConstant(word)
                ? word.described() + " is not a literal of this language"
                : word.described() + " must be quoted, or in brackets if it is a field";
        context.error(word, message, constantAdvice(word));
        return ValueParser.unquotedString(word);
    }

    private static boolean isConstant(Token word) {
        return word.isWord("true") || word.isWord("false") || NULLS.contains(word.text());
    }

    private static String constantAdvice(Token word) {
        if (NULLS.contains(word.text())) {
            return "write [field] to ask whether a field is there, ![field] whether it is not";
        }
        return isConstant(word)
                ? "write [field] or ![field] for a boolean, \"" + word.text() + "\" for a string"
                : "write \"" + word.text() + "\"";
    }

    private static String fieldAdvice(String name) {
        return "write [" + name + "]";
    }
}
