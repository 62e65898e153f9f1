package io.kstash.language.parser;

import io.kstash.language.syntax.Section;

/** Recognises what begins at a token by the tokens after it. */
final class Lookahead {
    private final TokenCursor cursor;

    Lookahead(TokenCursor cursor) {
        this.cursor = cursor;
    }

    boolean isSectionStart(Token token) {
        return token.is(Token.Kind.WORD)
                && Section.Kind.ofKeyword(token.text()).isPresent()
                && cursor.peekAfter(token).is("{");
    }

    /** Whether a section begins here that stands as far left as sections do. */
    boolean isOutermostSectionStart(Token token) {
        return isSectionStart(token) && token.startsLine() && token.indentation() == 0;
    }

    /** {@code name =>} */
    boolean isAssignment(Token token) {
        boolean named = token.is(Token.Kind.WORD) || token.is(Token.Kind.STRING) || token.is(Token.Kind.NUMBER);
        return named && cursor.peekAfter(token).is("=>");
    }

    /** Whether a brace opens a hash and not a plugin or the body of a branch. */
    boolean opensHash(Token brace) {
        Token key = cursor.peekAfter(brace);
        return (key.is(Token.Kind.STRING) || key.is(Token.Kind.NUMBER))
                && cursor.peekAfter(key).is("=>");
    }

    /** A branch, or a word and an opening brace. */
    boolean startsStatement(Token token) {
        return token.isWord("if") || opensBlock(token);
    }

    /** A word and an opening brace. */
    boolean opensBlock(Token token) {
        return token.is(Token.Kind.WORD) && cursor.peekAfter(token).is("{");
    }
}
