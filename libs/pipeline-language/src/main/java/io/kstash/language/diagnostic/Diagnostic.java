package io.kstash.language.diagnostic;

import io.kstash.language.source.SourcePosition;
import io.kstash.language.source.SourceSpan;
import java.util.Optional;

/**
 * One problem at one place.
 *
 * @param message what is wrong and what was expected, one line, without a full stop
 * @param suggestion what to write instead, such as {@code did you mean 'else if'?}
 */
public record Diagnostic(Severity severity, SourceSpan span, String message, Optional<String> suggestion) {

    /** Instead of a message that would quote what it found. */
    private static final String SPILLED =
            "the value of a secret option ends before this, which is not shown; put a value"
                    + " that holds double quotes between single quotes";

    private static final int LONGEST_LINE = 300;
    private static final int SURROUNDINGS = 100;

    /** Whether the pipeline is refused. */
    public enum Severity {
        /** The pipeline cannot run. */
        ERROR,
        /** The pipeline runs, but perhaps not as its author thinks. */
        WARNING
    }

    public static Diagnostic error(SourceSpan span, String message) {
        return new Diagnostic(Severity.ERROR, span, message, Optional.empty());
    }

    public static Diagnostic error(SourceSpan span, String message, Optional<String> suggestion) {
        return new Diagnostic(Severity.ERROR, span, message, suggestion);
    }

    public static Diagnostic error(SourceSpan span, String message, String suggestion) {
        return new Diagnostic(Severity.ERROR, span, message, Optional.of(suggestion));
    }

    public static Diagnostic warning(SourceSpan span, String message) {
        return new Diagnostic(Severity.WARNING, span, message, Optional.empty());
    }

    public SourcePosition position() {
        return span.start();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The message with its suggestion, on one line and without the place. */
    public String summary() {
        String prefix = isError() ? "" : "warning: ";
        return prefix + message + suggestion.map(text -> "; " + text).orElse("");
    }

    /** {@code FILE:LINE:COLUMN: message}, then the line, then a caret under the place. Secrets in the line are masked. No line break at the end. */
    public String render() {
        SourcePosition position = position();
        String line = SecretValues.line(span);
        String shown = SecretValues.spills(span) ? SPILLED : summary();
        return position + ": " + shown + "\n" + excerpt(line, position.column());
    }

    /** The line with a caret; of a long one what surrounds the place. */
    private static String excerpt(String line, int column) {
        int before = line.offsetByCodePoints(0, column - 1);
        if (line.length() <= LONGEST_LINE) {
            return line + "\n" + caretUnder(line, column);
        }
        String head = before > SURROUNDINGS
                ? "..." + line.substring(before - SURROUNDINGS, before)
                : line.substring(0, before);
        int after = Math.min(line.length(), before + SURROUNDINGS);
        String tail = line.substring(before, after) + (after < line.length() ? "..." : "");
        return head + tail + "\n" + caretUnder(head + tail, head.codePointCount(0, head.length()) + 1);
    }

    /** Keeps tabs, so that the caret stands under the place however wide a tab is shown. */
    private static String caretUnder(String line, int column) {
        StringBuilder caret = new StringBuilder();
        line.codePoints().limit(column - 1L).forEach(c -> caret.append(c == '\t' ? '\t' : ' '));
        return caret.append('^').toString();
    }

    /** Same as {@link #render()}. */
    @Override
    public String toString() {
        return render();
    }
}
