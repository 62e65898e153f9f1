package io.kstash.language.parser;

import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.language.source.SourceFile;
import io.kstash.language.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the parsers of one file share: the place reached, the open blocks, the problems, and the ways to recover. */
final class ParseContext {
    static final int DEEPEST_NESTING = 200;

    private final SourceFile file;
    private final TokenCursor cursor;
    private final Lookahead ahead;
    private final OpenBlocks blocks = new OpenBlocks();
    private final Problems problems = new Problems();
    /** Set once a missing quote or brace was reported: after that, braces that do not match prove nothing. */
    private boolean bracesUnreliable;

    ParseContext(SourceFile file) {
        this.file = file;
        this.cursor = new TokenCursor(new Lexer(file));
        this.ahead = new Lookahead(cursor);
    }

    List<Diagnostic> diagnostics() {
        return problems.inOrder();
    }

    SourceSpan spanFrom(Token first) {
        return spanFrom(first.start());
    }

    /** From an offset to the end of the token taken last. */
    SourceSpan spanFrom(int start) {
        return file.span(start, Math.max(start, cursor.taken().end()));
    }

    Lookahead ahead() {
        return ahead;
    }

    // --- reading

    Token peek() {
        return cursor.peek();
    }

    Token peek(LexerMode mode) {
        return cursor.peek(mode);
    }

    Token peekAfter(Token token) {
        return cursor.peekAfter(token);
    }

    Token take() {
        return cursor.take();
    }

    Token take(LexerMode mode) {
        return cursor.take(mode);
    }

    Token taken() {
        return cursor.taken();
    }

    char characterAfterTaken() {
        return cursor.characterAfterTaken();
    }

    /** Takes everything up to the next blank or bracket as one token: what somebody forgot to quote. */
    Token takeUnquoted(Token first) {
        String text = file.text();
        int end = first.end();
        while (end < text.length() && !Lexer.isBlank(text.charAt(end)) && "{}[](),#\"'".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return cursor.takeAs(new Token(Token.Kind.WORD, file, first.start(), end, true));
    }

    /** Takes a name, quoted or not. */
    Token takeName() {
        return cursor.peek().is(Token.Kind.STRING) ? takeDelimited(LexerMode.PLAIN) : cursor.take();
    }

    /** Passes over the rest of the line of the next token. */
    void skipLine() {
        Token next = cursor.peek();
        cursor.takeAs(new Token(Token.Kind.SYMBOL, file, next.start(), file.endOfLine(next.start()), true));
    }

    /** Takes a string or a regular expression. One that is not closed is reported and ends with its line. */
    Token takeDelimited(LexerMode mode) {
        Token token = cursor.peek(mode);
        if (token.closed()) {
            return cursor.take(mode);
        }
        if (!problems.hasProblemInLineOf(token)) {
            String what = token.is(Token.Kind.REGEXP) ? "regular expression" : "string";
            String mark = token.text().substring(0, 1);
            report(
                    token,
                    "this " + what + " is never closed: " + mark + " is missing",
                    MissingQuotes.backslashAdvice(token));
        }
        bracesUnreliable = true;
        return cursor.takeAs(token.cutAtEndOfLine());
    }

    // --- reporting

    /**
     * Reports a problem at a token.
     *
     * @throws Abandoned if a string before the token is to blame; that is reported instead and reading goes on behind
     *     it
     */
    void error(Token token, String message) {
        error(token, message, Optional.empty());
    }

    void error(Token token, String message, String suggestion) {
        error(token, message, Optional.of(suggestion));
    }

    void error(Token token, String message, Optional<String> suggestion) {
        Optional<Token> culprit =
                cursor.lastOverLines().filter(string -> MissingQuotes.endsInLineBefore(string, token));
        if (culprit.isPresent()) {
            blameForMissingMark(culprit.get());
            throw new Abandoned();
        }
        if (token.is(Token.Kind.END)) {
            bracesUnreliable = true;
        }
        boolean missingQuote = MissingQuotes.touches(cursor.taken(), token) && !ahead.isAssignment(token);
        report(token, message, suggestion.or(() -> MissingQuotes.adviceAfter(cursor.taken())));
        if (missingQuote) {
            problems.muteFrom(token);
            bracesUnreliable = true;
        }
    }

    /** Reports a problem after which the construct cannot be read on: {@code throw context.abandon(…)}. */
    Abandoned abandon(Token token, String message) {
        return abandon(token, message, Optional.empty());
    }

    Abandoned abandon(Token token, String message, Optional<String> suggestion) {
        error(token, message, suggestion);
        return new Abandoned();
    }

    /** As {@link #abandon}, and passes over the block in braces that follows. */
    Abandoned abandonBlock(Token token, String message, String suggestion) {
        error(token, message, suggestion);
        int depth = blocks.depth();
        skipTo(depth, next -> next.is("{"));
        if (cursor.peek().is("{")) {
            openBefore(cursor.take(), "a block");
            skipTo(depth + 1, next -> false);
            close();
        }
        return new Abandoned();
    }

    /** Reports what stands right behind the token taken last. */
    void errorAfterTaken(String message, String suggestion) {
        int offset = cursor.taken().end();
        problems.report(Diagnostic.error(file.span(offset, offset), message, suggestion));
    }

    /** Reports a problem of a node that was read already. */
    void error(SourceSpan span, String message) {
        problems.report(Diagnostic.error(span, message));
    }

    void warning(SourceSpan span, String message) {
        problems.report(Diagnostic.warning(span, message));
    }

    private void report(Token token, String message, Optional<String> suggestion) {
        problems.report(Diagnostic.error(token.span(), message, suggestion));
    }

    private void blameForMissingMark(Token string) {
        String what = string.is(Token.Kind.REGEXP) ? "regular expression" : "string";
        String mark = string.text().substring(0, 1);
        report(
                string,
                "this " + what + " runs over several lines, and what follows it is not understood",
                Optional.of("is its closing " + mark + " missing?"));
        bracesUnreliable = true;
        blocks.dropOpenedAfter(string.start());
        cursor.goBackTo(string.cutAtEndOfLine());
    }

    // --- blocks

    /** Takes an opening brace, bracket or parenthesis. */
    Token open(LexerMode mode, String owner) {
        Token opener = cursor.take(mode);
        openBefore(opener, owner);
        return opener;
    }

    /** Opens a block whose opening brace is missing: the problem is reported, and the block is read all the same. */
    void openBefore(Token opener, String owner) {
        blocks.open(opener, owner);
        checkNesting(blocks.depth(), opener);
    }

    /** Gives up the file if the tree becomes so deep that walking it could exhaust a stack. */
    void checkNesting(int levels, Token place) {
        if (levels > DEEPEST_NESTING) {
            report(place, "nested deeper than " + DEEPEST_NESTING + " levels", Optional.empty());
            throw new NestedTooDeep();
        }
    }

    int depth() {
        return blocks.depth();
    }

    /**
     * Goes back to the blocks that were open when a construct began.
     *
     * @throws Abandoned if one of them is gone, because a string before it swallowed it: an enclosing construct has to
     *     recover
     */
    void dropBlocksTo(int depth) {
        if (blocks.depth() < depth) {
            throw new Abandoned();
        }
        blocks.dropTo(depth);
    }

    /** Takes the closing mark of the innermost block, or reports that it is missing. */
    void close(String closer, LexerMode mode) {
        Token next = cursor.peek(mode);
        if (next.is(closer)) {
            blocks.close(cursor.take(mode));
        } else {
            unclosed(closer);
        }
    }

    void close() {
        close("}", LexerMode.PLAIN);
    }

    /** Reports that the innermost block is not closed, and leaves it. */
    void unclosed(String closer) {
        OpenBlocks.Block block = closer.equals("}") ? blocks.likelyUnclosed() : blocks.innermost();
        if (!bracesUnreliable && block.opener().is(Token.Kind.SYMBOL)) {
            error(block.opener(), block.described() + " is never closed: '" + closer + "' is missing");
        }
        bracesUnreliable |= closer.equals("}");
        blocks.dropTo(blocks.depth() - 1);
    }

    boolean bracesUnreliable() {
        return bracesUnreliable;
    }

    void distrustBraces() {
        bracesUnreliable = true;
    }

    void startSection() {
        blocks.reset();
        bracesUnreliable = false;
    }

    // --- recovering

    /**
     * Passes over tokens until, with the blocks closed that were opened inside of the outermost {@code depth} ones, one
     * is met at which reading can go on, or the block itself ends.
     */
    void skipTo(int depth, Predicate<Token> resumes) {
        while (true) {
            Token next = cursor.peek();
            boolean outside = blocks.depth() <= depth;
            if (next.is(Token.Kind.END) || ahead.isOutermostSectionStart(next) || (outside && resumes.test(next))) {
                break;
            }
            if (next.is("}") && !blocks.dropInnermost("{", depth)) {
                break;
            }
            skip(next, depth);
        }
        blocks.dropTo(depth);
    }

    /**
     * As {@link #skipTo}, but passes over the token at which reading failed, so that the parser gets on.
     *
     * @throws Abandoned as {@link #dropBlocksTo}
     */
    void skipPast(Token failed, int depth, Predicate<Token> resumes) {
        if (blocks.depth() < depth) {
            throw new Abandoned();
        }
        Token next = cursor.peek();
        if (next.start() == failed.start() && !next.is("}") && !next.is(Token.Kind.END)) {
            skip(next, depth);
        }
        skipTo(depth, resumes);
    }

    private void skip(Token next, int depth) {
        if (next.is("{") || next.is("[")) {
            openBefore(next, "");
        } else if (next.is("]")) {
            blocks.dropInnermost("[", depth);
        }
        if (next.isDelimited()) {
            takeDelimited(LexerMode.PLAIN);
        } else {
            cursor.take();
        }
    }
}
