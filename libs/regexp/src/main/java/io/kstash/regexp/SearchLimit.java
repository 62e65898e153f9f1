package io.kstash.regexp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How long the searches of a thread may go on, counted from when somebody says so: a pattern that goes astray on a text would
 * take years otherwise. A search that runs when the time is over ends with a {@link SearchTimeoutException}.
 *
 * <p>A clock of its own counts, in steps of some milliseconds, and reading it costs searches nothing. While the process is
 * stopped that clock stands, so that a pause does not look like a pattern that goes astray.
 */
public final class SearchLimit {
    private static final ThreadLocal<SearchLimit> OF_THREAD = ThreadLocal.withInitial(Watchdog::newLimit);
    private static final double SHARE_OF_TOLERATED = 0.9;

    /** Written by the thread that searches, and read by the watchdog, which may see a value a moment late. */
    private final AtomicReference<Duration> limit = new AtomicReference<>(Duration.ZERO);

    private final AtomicInteger beginnings = new AtomicInteger();
    private final AtomicReference<@Nullable Search> running = new AtomicReference<>();

    /** The watchdog's own. */
    private int seenBeginnings;

    private long countedNanos;

    SearchLimit() {}

    /**
     * Gives the searches of this thread this long from now on, until {@link #lift}.
     *
     * @return the limit of this thread, which is never another's
     */
    public static SearchLimit begin(Duration limit) {
        SearchLimit ofThread = ofThread();
        ofThread.limit.lazySet(limit);
        ofThread.restart();
        return ofThread;
    }

    /** Gives the searches of this thread the same time once more; without a limit nothing happens. */
    public static void beginAgain() {
        ofThread().restart();
    }

    /** The same for who has the limit at hand. */
    public void restart() {
        beginnings.lazySet(beginnings.getPlain() + 1);
    }

    /** Lets the searches of this thread take as long as they take. */
    public static void lift() {
        SearchLimit ofThread = ofThread();
        ofThread.limit.lazySet(Duration.ZERO);
        ofThread.running.lazySet(null);
    }

    static SearchLimit ofThread() {
        return OF_THREAD.get();
    }

    /** Lets the watchdog see a search of this thread. */
    void watch(Search search) {
        running.lazySet(search);
    }

    /** Zero where there is none. */
    Duration duration() {
        return limit.getPlain();
    }

    /** Counts, and ends the search that runs if the time is over. Called by the watchdog alone. */
    void count(long nanos) {
        int begun = beginnings.get();
        Search search = running.get();
        Duration given = limit.getAcquire();
        if (given.isZero() || begun != seenBeginnings) {
            seenBeginnings = begun;
            countedNanos = 0;
            return;
        }
        countedNanos += nanos;
        if (search != null && countedNanos >= nanosFor(search, given)) {
            search.end();
        }
    }

    /** What follows a search whose end is tolerated needs time as well. */
    private static double nanosFor(Search search, Duration given) {
        return given.toNanos() * (search.isEndTolerated() ? SHARE_OF_TOLERATED : 1);
    }
}
