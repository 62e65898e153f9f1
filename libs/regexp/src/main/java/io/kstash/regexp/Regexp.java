package io.kstash.regexp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.exception.JOniException;

/**
 * A compiled regular expression in Ruby's syntax: {@code ^} and {@code $} stand for the ends of lines, and a dot for
 * anything but a line's end. It runs on joni, the engine behind Logstash. Immutable and thread-safe.
 */
public final class Regexp {
    private final String pattern;
    private final Regex regex;

    private Regexp(String pattern, Regex regex) {
        this.pattern = pattern;
        this.regex = regex;
    }

    /**
     * Compiles a pattern.
     *
     * @throws RegexpSyntaxException where it is not a regular expression
     */
    public static Regexp compile(String pattern) {
        byte[] utf8 = pattern.getBytes(StandardCharsets.UTF_8);
        try {
            return new Regexp(
                    pattern, new Regex(utf8, 0, utf8.length, Option.NONE, UTF8Encoding.INSTANCE, Syntax.RUBY));
        } catch (JOniException invalid) {
            throw new RegexpSyntaxException(pattern, invalid);
        }
    }

    /** True if any part of the text matches. */
    public boolean find(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Matcher matcher = regex.matcherNoRegion(utf8);
        return matcher.search(0, utf8.length, Option.DEFAULT) >= 0;
    }

    /**
     * The text with every match replaced, as Ruby's {@code gsub}.
     *
     * @throws IllegalArgumentException where the replacement names a group that the pattern does not have
     */
    public String replaceAll(String text, Replacement replacement) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Matcher matcher = regex.matcher(utf8);
        ByteArrayOutputStream replaced = new ByteArrayOutputStream(utf8.length + 16);
        int copied = 0;
        int from = 0;
        while (from <= utf8.length && matcher.search(from, utf8.length, Option.DEFAULT) >= 0) {
            replaced.write(utf8, copied, matcher.getBegin() - copied);
            replacement.appendTo(replaced, new Match(regex, utf8, matcher.getEagerRegion()));
            copied = matcher.getEnd();
            from = matcher.getEnd() > matcher.getBegin() ? matcher.getEnd() : nextCharacter(utf8, matcher.getEnd());
        }
        replaced.write(utf8, copied, utf8.length - copied);
        return replaced.toString(StandardCharsets.UTF_8);
    }

    private static int nextCharacter(byte[] utf8, int position) {
        return position < utf8.length
                ? position + UTF8Encoding.INSTANCE.length(utf8, position, utf8.length)
                : position + 1;
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }
}
