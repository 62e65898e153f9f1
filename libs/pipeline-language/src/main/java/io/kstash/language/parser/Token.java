package io.kstash.language.parser;

import io.kstash.language.source.SourceFile;
import io.kstash.language.source.SourceSpan;

/**
 * A word of the language and where it stands.
 *
 * @param closed false for a string or a regular expression that lacks its closing mark and so reaches to the end of the
 *     text
 */
record Token(Kind kind, SourceFile file, int start, int end, boolean closed) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        /** A string in the quotes of a word processor, which the language does not know. */
        TYPOGRAPHIC_STRING,
        REGEXP,
        /** One or more names in brackets, without space between them. */
        SELECTOR,
        /** Punctuation, an operator, or any character that means nothing. */
        SYMBOL,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && hasText(symbol);
    }

    /** A string or a regular expression. */
    boolean isDelimited() {
        return kind == Kind.STRING || kind == Kind.REGEXP;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && hasText(word);
    }

    private boolean hasText(String expected) {
        return expected.length() == end - start && file.text().startsWith(expected, start);
    }

    String text() {
        return file.text().substring(start, end);
    }

    /** What stands between the quotes or slashes. */
    String content() {
        return file.text().substring(start + 1, closed ? end - 1 : end);
    }

    SourceSpan span() {
        return file.span(start, end);
    }

    boolean spansLines() {
        return endOfFirstLine() < end;
    }

    /** Looks no further than the token reaches: a whole pipeline may stand in one line. */
    private int endOfFirstLine() {
        int next = start;
        while (next < end && file.text().charAt(next) != '\n') {
            next++;
        }
        return next;
    }

    /** Whether nothing but blanks stands before the token in its line. */
    boolean startsLine() {
        String text = file.text();
        int before = start - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    /** The number of blanks with which the line of this token begins. */
    int indentation() {
        String text = file.text();
        int lineStart = file.startOfLine(start);
        int next = lineStart;
        while (next < start && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next - lineStart;
    }

    /**
     * This string or regular expression as it would be if its author forgot the closing mark: it ends with its line,
     * before what closes or opens the constructs around it.
     */
    Token cutAtEndOfLine() {
        String text = file.text();
        int last = file.endOfLine(start);
        while (last > start + 1 && " \t{}[]),".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return new Token(kind, file, start, last, false);
    }

    /** Whether this token begins a later line, and not further to the right than the line of the other. */
    boolean isLeftOf(Token other) {
        return startsLine() && !sharesLineWith(other) && indentation() <= other.indentation();
    }

    boolean sharesLineWith(Token other) {
        return file.startOfLine(start) == file.startOfLine(other.start);
    }

    private boolean isInvisible() {
        int codePoint = file.text().codePointAt(start);
        return Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.FORMAT;
    }

    /** How a message names the token. */
    String described() {
        if (kind == Kind.END) {
            return "the end of the text";
        }
        if (isInvisible()) {
            return "the invisible character U+%04X".formatted(file.text().codePointAt(start));
        }
        String line = file.text().substring(start, endOfFirstLine());
        String shown = line.length() > 30 ? line.substring(0, line.offsetByCodePoints(0, 15)) + "…" : line;
        return kind == Kind.STRING ? shown : "'" + shown + "'";
    }
}
