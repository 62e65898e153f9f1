package io.kstash.filters.grok;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the places in a pattern that use others. It reads them as Logstash's regular expression does, which would look
 * through the rest of the pattern for each brace that is not closed:
 *
 * <pre>{@code
 * %\{(?<name>(?<pattern>[A-z0-9]+)(?::[@A-z0-9:.\[\]_-]+)?)
 *   (?:=(?<definition>(?:[^{}\\]|(?<braces>\{(?:[^{}]|\g<braces>)*\}))*(?:\\.+)?))?[^}]*\}
 * }</pre>
 */
final class ReferenceScanner {
    private static final Pattern HEAD =
            Pattern.compile("%\\{(?<name>(?<pattern>[A-z0-9]++)(?::[@A-z0-9:.\\[\\]_-]++)?)(?<defined>=)?");

    private final String text;
    private final Matcher head;
    /** For each brace that opens the position of the one that closes it; 0 where there is none. */
    private final int[] closing;

    private final int lastBrace;

    ReferenceScanner(String text) {
        this.text = text;
        this.head = HEAD.matcher(text);
        this.closing = closing(text);
        this.lastBrace = text.lastIndexOf('}');
    }

    private static int[] closing(String text) {
        int[] closing = new int[text.length()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                open.push(i);
            } else if (text.charAt(i) == '}' && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
        return closing;
    }

    /** The first place at or behind a position; null where there is none. */
    @Nullable PatternReference next(int from) {
        if (!head.find(from) || head.end() > lastBrace) {
            return null;
        }
        boolean defined = head.group("defined") != null;
        int endOfDefinition = defined ? endOfDefinition(head.end()) : head.end();
        return new PatternReference(
                head.group("pattern"),
                head.group("name"),
                defined ? text.substring(head.end(), endOfDefinition) : null,
                head.start(),
                text.indexOf('}', endOfDefinition) + 1);
    }

    /** A definition ends before the brace that closes the place; with a backslash it goes on to the end of the line. */
    private int endOfDefinition(int start) {
        int lastGroup = start;
        int end = start;
        while (end < text.length() && isPart(end)) {
            if (text.charAt(end) == '{') {
                lastGroup = end;
                end = closing[end];
            }
            end++;
        }
        int withEscape = Math.min(endOfEscape(end), Math.max(end, lastBrace));
        // A brace has to be left that closes the place.
        if (withEscape > end + 1) {
            return withEscape;
        }
        return end > lastBrace ? lastGroup : end;
    }

    private boolean isPart(int position) {
        char character = text.charAt(position);
        return character == '{' ? closing[position] > 0 : character != '}' && character != '\\';
    }

    /** The end of the line, where there is a backslash. */
    private int endOfEscape(int position) {
        if (!text.startsWith("\\", position)) {
            return position;
        }
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }
}
