package io.kstash.language.parser;

import java.util.Optional;

/** The place up to which the parser has read. */
final class TokenCursor {
    private final Lexer lexer;
    private int offset;
    private LexerMode peekedMode = LexerMode.PLAIN;
    private Token peeked;
    private Token taken;
    private Optional<Token> lastOverLines = Optional.empty();

    TokenCursor(Lexer lexer) {
        this.lexer = lexer;
        this.peeked = lexer.tokenAt(0, LexerMode.PLAIN);
        this.taken = new Token(Token.Kind.SYMBOL, lexer.file(), 0, 0, true);
    }

    /** The next token, seen in this mode, without taking it. */
    Token peek(LexerMode mode) {
        if (peekedMode != mode) {
            peekedMode = mode;
            peeked = lexer.tokenAt(offset, mode);
        }
        return peeked;
    }

    Token peek() {
        return peek(LexerMode.PLAIN);
    }

    /** The token after another one, without taking either. */
    Token peekAfter(Token token) {
        return lexer.tokenAt(token.end(), LexerMode.PLAIN);
    }

    Token take(LexerMode mode) {
        return takeAs(peek(mode));
    }

    /** Takes this token instead of the next one: the parser knows better where it ends. */
    Token takeAs(Token token) {
        taken = token;
        if (token.isDelimited() && token.spansLines()) {
            lastOverLines = Optional.of(token);
        }
        moveTo(token.end());
        return token;
    }

    Token take() {
        return take(LexerMode.PLAIN);
    }

    /** The token taken last. */
    Token taken() {
        return taken;
    }

    /** The last string or regular expression taken that runs over several lines. */
    Optional<Token> lastOverLines() {
        return lastOverLines;
    }

    /** Goes back to the end of a token whose true end was found to lie before the place reached. */
    void goBackTo(Token token) {
        lastOverLines = Optional.empty();
        takeAs(token);
    }

    private void moveTo(int newOffset) {
        offset = newOffset;
        peeked = lexer.tokenAt(newOffset, peekedMode);
    }

    /** The character right after the token taken last; a blank at the end of the text. */
    char characterAfterTaken() {
        String text = lexer.file().text();
        return taken.end() < text.length() ? text.charAt(taken.end()) : '\n';
    }
}
