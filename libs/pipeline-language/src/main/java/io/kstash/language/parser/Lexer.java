package io.kstash.language.parser;

import io.kstash.language.source.SourceFile;
import java.util.List;

/**
 * Cuts text into tokens, one at a time and where the parser asks for it, because the meaning of a character depends on
 * what the parser expects ({@link LexerMode}). Without state; never fails: what means nothing becomes a
 * {@link Token.Kind#SYMBOL}.
 */
final class Lexer {
    /** Longest first. Those that the language does not know are what people write by mistake. */
    private static final List<String> SYMBOLS =
            List.of("===", "==>", "!==", "=>", "==", "=~", "!=", "!~", "<=", "<>", ">=", "||", "&&", "//", "/*", "->");

    private static final String OPENING_TYPOGRAPHIC_QUOTES = "“”„‟‘’‚‛«";
    private static final String CLOSING_TYPOGRAPHIC_QUOTES = "“”’‘»";

    private final SourceFile file;
    private final String text;

    Lexer(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The first token at or after the offset; blanks and comments before it are passed over. */
    Token tokenAt(int offset, LexerMode mode) {
        int start = afterBlanksAndComments(offset);
        if (start == text.length()) {
            return token(Token.Kind.END, start, start);
        }
        char first = text.charAt(start);
        if (first == '"' || first == '\'') {
            return delimited(Token.Kind.STRING, start);
        }
        if (OPENING_TYPOGRAPHIC_QUOTES.indexOf(first) >= 0) {
            return typographicString(start);
        }
        return switch (mode) {
            case PLAIN -> plain(start);
            case OPERAND -> operand(start);
            case OPERATOR -> operator(start);
        };
    }

    SourceFile file() {
        return file;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private int afterBlanksAndComments(int offset) {
        int next = offset;
        while (next < text.length()) {
            char c = text.charAt(next);
            if (c == '#') {
                next = file.endOfLine(next);
            } else if (isBlank(c)) {
                next++;
            } else {
                return next;
            }
        }
        return next;
    }

    private Token plain(int start) {
        if (text.startsWith("->", start)) {
            return symbol(start);
        }
        int end = endOfRun(start, c -> isWordCharacter(c) || c == '-');
        if (end == start) {
            return symbol(start);
        }
        int numberEnd = endOfNumber(start);
        return numberEnd >= end ? token(Token.Kind.NUMBER, start, numberEnd) : token(Token.Kind.WORD, start, end);
    }

    private Token operand(int start) {
        char first = text.charAt(start);
        if (first == '[') {
            int end = endOfSelector(start);
            return end > start ? token(Token.Kind.SELECTOR, start, end) : symbol(start);
        }
        if (first == '/') {
            return delimited(Token.Kind.REGEXP, start);
        }
        int numberEnd = endOfNumber(start);
        if (numberEnd > start) {
            return token(Token.Kind.NUMBER, start, numberEnd);
        }
        int end = first == '.' || first == '-'
                ? start
                : endOfRun(start, c -> isWordCharacter(c) || c == '-' || c == '.' || c == '@');
        return end > start ? token(Token.Kind.WORD, start, end) : symbol(start);
    }

    private Token operator(int start) {
        int numberEnd = endOfNumber(start);
        if (numberEnd > start) {
            return token(Token.Kind.NUMBER, start, numberEnd);
        }
        int end = endOfRun(start, Lexer::isWordCharacter);
        return end > start ? token(Token.Kind.WORD, start, end) : symbol(start);
    }

    private Token symbol(int start) {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, start)) {
                return token(Token.Kind.SYMBOL, start, start + symbol.length());
            }
        }
        return token(Token.Kind.SYMBOL, start, text.offsetByCodePoints(start, 1));
    }

    /** From a mark to the next of its kind; a backslash before the mark takes its meaning away. */
    private Token delimited(Token.Kind kind, int start) {
        char mark = text.charAt(start);
        int end = start;
        do {
            end = text.indexOf(mark, end + 1);
        } while (end > start + 1 && text.charAt(end - 1) == '\\');
        return end < 0 ? new Token(kind, file, start, text.length(), false) : token(kind, start, end + 1);
    }

    private Token typographicString(int start) {
        int endOfLine = file.endOfLine(start);
        for (int i = start + 1; i < endOfLine; i++) {
            if (CLOSING_TYPOGRAPHIC_QUOTES.indexOf(text.charAt(i)) >= 0) {
                return token(Token.Kind.TYPOGRAPHIC_STRING, start, i + 1);
            }
        }
        return new Token(
                Token.Kind.TYPOGRAPHIC_STRING,
                file,
                start,
                endOfRun(start, c -> !isBlank(c) && "{}[](),".indexOf(c) < 0),
                false);
    }

    /** The end of {@code [a][b]…}, or {@code start} if no name in brackets begins there. */
    private int endOfSelector(int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == '[') {
            int close = endOfRun(end + 1, c -> c != ']' && c != '[' && c != ',');
            if (close == end + 1 || close == text.length() || text.charAt(close) != ']') {
                return end;
            }
            end = close + 1;
        }
        return end;
    }

    /** The end of {@code -12.5} or {@code 12.}, or {@code start} if no number begins there. */
    private int endOfNumber(int start) {
        int digits = text.charAt(start) == '-' ? start + 1 : start;
        int end = endOfRun(digits, Lexer::isDigit);
        if (end == digits) {
            return start;
        }
        boolean hasPoint = end < text.length() && text.charAt(end) == '.';
        return hasPoint ? endOfRun(end + 1, Lexer::isDigit) : end;
    }

    private int endOfRun(int start, CharacterTest test) {
        int end = start;
        while (end < text.length() && test.matches(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token token(Token.Kind kind, int start, int end) {
        return new Token(kind, file, start, end, true);
    }

    private interface CharacterTest {
        boolean matches(char c);
    }
}
