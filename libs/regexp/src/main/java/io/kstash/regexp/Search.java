package io.kstash.regexp;

import java.time.Duration;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.Option;
import org.jspecify.annotations.Nullable;

/**
 * The searches of one pattern in one text, one after another, within the limit of the thread and, if there is one, a limit
 * of their own.
 */
final class Search {
    /**
     * Joni looks whether it shall end every so many steps of one attempt to match, and counts anew at each position. So a
     * long text is searched in parts.
     */
    private static final int PART = 1024;

    private final String pattern;
    private final Matcher matcher;
    private final Subject subject;
    private final @Nullable Duration own;
    private final SearchLimit ofThread = SearchLimit.ofThread();
    private volatile boolean ended;

    /**
     * Searches to come.
     *
     * @param own the limit of each, given by one who is prepared for its end; zero for none
     */
    Search(String pattern, Matcher matcher, Subject subject, @Nullable Duration own) {
        this.pattern = pattern;
        this.matcher = matcher;
        this.subject = subject;
        this.own = own;
        ofThread.watch(this);
    }

    /**
     * Where the first match at or behind a position begins, or less than zero.
     *
     * @throws SearchTimeoutException where it takes too long
     */
    int from(int position) {
        long ownNanos = ownNanos();
        long ownEnd = ownNanos > 0 ? System.nanoTime() + ownNanos : 0;
        int options = subject.isAscii() ? Option.CR_7_BIT : Option.DEFAULT;
        int start = position;
        while (!ended) {
            if (ownNanos > 0) {
                matcher.setTimeout(Math.max(0, ownEnd - System.nanoTime()));
            }
            int endOfPart = endOfPart(start);
            int begin = matcher.search(position, start, endOfPart, options);
            if (begin >= 0 || (begin == Matcher.FAILED && endOfPart == subject.length())) {
                return begin;
            }
            if (begin == Matcher.INTERRUPTED) {
                break;
            }
            start = endOfPart;
        }
        throw new SearchTimeoutException(pattern, ended ? ofThread.duration() : Duration.ofNanos(ownNanos));
    }

    /** Zero where the limit of the thread is shorter: looking at the clock is not free. */
    private long ownNanos() {
        if (own == null || own.isZero()) {
            return 0;
        }
        Duration thread = ofThread.duration();
        return thread.isZero() || own.compareTo(thread) < 0 ? own.toNanos() : 0;
    }

    private int endOfPart(int start) {
        byte[] utf8 = subject.utf8();
        return utf8.length - start <= PART
                ? utf8.length
                : UTF8Encoding.INSTANCE.leftAdjustCharHead(utf8, start, start + PART, utf8.length);
    }

    /** Makes the search that runs fail, and all further ones. Called by the watchdog. */
    void end() {
        ended = true;
        matcher.interrupt();
    }

    /** True if whoever searches is prepared for the end of the search, and will go on. */
    boolean isEndTolerated() {
        return own != null;
    }
}
