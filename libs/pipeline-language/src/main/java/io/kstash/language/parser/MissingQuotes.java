package io.kstash.language.parser;

import io.kstash.language.source.SourceFile;
import java.util.Optional;

/** How a missing quote shows: not where it is missing, but by what makes no sense after it. */
final class MissingQuotes {

    private MissingQuotes() {}

    /** A string that runs over lines and before whose end something makes no sense most likely lacks a quote. */
    static boolean endsInLineBefore(Token string, Token token) {
        SourceFile file = token.file();
        return token.start() >= string.end()
                && !token.is(Token.Kind.END)
                && file.startOfLine(string.end()) == file.startOfLine(token.start());
    }

    /** A word that touches a string: from here to the end of the line, text and strings have changed places. */
    static boolean touches(Token taken, Token next) {
        boolean afterString = taken.is(Token.Kind.STRING) && !next.is(Token.Kind.STRING) && !next.is(Token.Kind.SYMBOL);
        boolean beforeString = taken.is(Token.Kind.WORD) && next.is(Token.Kind.STRING);
        return (afterString || beforeString) && taken.end() == next.start();
    }

    /** What may explain a problem right behind a string or a regular expression. */
    static Optional<String> adviceAfter(Token taken) {
        if (taken.is(Token.Kind.REGEXP)) {
            return Optional.of("write \\/ for a slash in a regular expression");
        }
        return backslashAdvice(taken);
    }

    /** A backslash keeps a string open where the author thinks that it ends. */
    static Optional<String> backslashAdvice(Token token) {
        String mark = token.is(Token.Kind.STRING) ? token.text().substring(0, 1) : "";
        return token.is(Token.Kind.STRING) && token.content().contains("\\" + mark)
                ? Optional.of("a backslash takes the " + mark + " after it into the string, so no string ends in \\")
                : Optional.empty();
    }
}
