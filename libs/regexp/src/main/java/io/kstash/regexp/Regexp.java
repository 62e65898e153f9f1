package io.kstash.regexp;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jcodings.exception.EncodingException;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.NameEntry;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.WarnCallback;
import org.joni.exception.JOniException;
import org.jspecify.annotations.Nullable;

/**
 * A compiled regular expression in Ruby's syntax: {@code ^} and {@code $} stand for the ends of lines, and a dot for
 * anything but a line's end. It runs on joni, the engine behind Logstash. Immutable and thread-safe.
 *
 * <p>Whatever searches throws a {@link SearchTimeoutException} when the {@link SearchLimit} of the thread is reached.
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
        return compile(pattern, Option.NONE);
    }

    /**
     * Compiles a pattern with Ruby's option {@code m}: a dot stands for a line's end, too.
     *
     * @throws RegexpSyntaxException where it is not a regular expression
     */
    public static Regexp compileMultiline(String pattern) {
        return compile(pattern, Option.MULTILINE);
    }

    private static Regexp compile(String pattern, int options) {
        byte[] utf8 = UnicodeEscapes.resolve(pattern).getBytes(StandardCharsets.UTF_8);
        try {
            // Without the callback joni prints warnings, such as of a '[' in a character class, on standard error.
            return new Regexp(
                    pattern,
                    new Regex(utf8, 0, utf8.length, options, UTF8Encoding.INSTANCE, Syntax.RUBY, WarnCallback.NONE));
        } catch (JOniException | EncodingException invalid) {
            throw new RegexpSyntaxException(pattern, String.valueOf(invalid.getMessage()), invalid);
        } catch (IndexOutOfBoundsException | IllegalArgumentException accident) {
            // Joni's own, where a condition names a group that is not there, or the name of a group has a $ in a wrong
            // place.
            throw new RegexpSyntaxException(pattern, "a group is not well formed", accident);
        } catch (StackOverflowError nestedTooDeep) { // joni's parser calls itself for each level
            throw new RegexpSyntaxException(pattern, "nested too deep", nestedTooDeep);
        }
    }

    /** True if any part of the text matches. */
    public boolean find(String text) {
        return find(Subject.of(text));
    }

    /** True if any part of the text matches. */
    public boolean find(Subject subject) {
        return search(subject, regex.matcherNoRegion(subject.utf8()), null).from(0) >= 0;
    }

    /** The first match at or behind a position; null where there is none. */
    public @Nullable Match search(Subject subject, int position) {
        return match(subject, position, null);
    }

    /**
     * The same with a limit for this search, by one who will go on when it is reached. So the limit of the thread ends it a
     * bit earlier than other searches.
     *
     * @param limit zero for none but that of the thread
     */
    public @Nullable Match search(Subject subject, int position, Duration limit) {
        return match(subject, position, limit);
    }

    private @Nullable Match match(Subject subject, int position, @Nullable Duration limit) {
        Matcher matcher = regex.matcher(subject.utf8());
        boolean found =
                position <= subject.length() && search(subject, matcher, limit).from(position) >= 0;
        return found ? new Match(regex, subject, matcher.getEagerRegion()) : null;
    }

    /**
     * The text with every match replaced, as Ruby's {@code gsub}.
     *
     * @throws IllegalArgumentException where the replacement names a group that the pattern does not have
     */
    public String replaceAll(String text, Replacement replacement) {
        Subject subject = Subject.of(text);
        byte[] utf8 = subject.utf8();
        Matcher matcher = regex.matcher(utf8);
        Search search = search(subject, matcher, null);
        ByteArrayOutputStream replaced = new ByteArrayOutputStream(utf8.length + 16);
        int copied = 0;
        int from = 0;
        while (from <= utf8.length && search.from(from) >= 0) {
            replaced.write(utf8, copied, matcher.getBegin() - copied);
            replacement.appendTo(replaced, new Match(regex, subject, matcher.getEagerRegion()));
            copied = matcher.getEnd();
            from = matcher.getEnd() > matcher.getBegin() ? matcher.getEnd() : subject.next(matcher.getEnd());
        }
        replaced.write(utf8, copied, utf8.length - copied);
        return replaced.toString(StandardCharsets.UTF_8);
    }

    /** The names of groups, each once, in the order in which the pattern has them. */
    public List<String> groupNames() {
        List<String> names = new ArrayList<>(regex.numberOfNames());
        entries().forEachRemaining(entry -> names.add(name(entry)));
        return names;
    }

    /** The numbers of the groups of a name, since several can have the same; none where there is no such group. */
    public int[] groupNumbers(String name) {
        Iterator<NameEntry> entries = entries();
        while (entries.hasNext()) {
            NameEntry entry = entries.next();
            if (name(entry).equals(name)) {
                return entry.getBackRefs().clone();
            }
        }
        return new int[0];
    }

    private Iterator<NameEntry> entries() {
        return regex.numberOfNames() == 0 ? Collections.emptyIterator() : regex.namedBackrefIterator();
    }

    private static String name(NameEntry entry) {
        return new String(entry.name, entry.nameP, entry.nameEnd - entry.nameP, StandardCharsets.UTF_8);
    }

    private Search search(Subject subject, Matcher matcher, @Nullable Duration limit) {
        return new Search(pattern, matcher, subject, limit);
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }
}
