package io.kstash.regexp;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/** The clock of all {@link SearchLimit}s: a thread, started with the first, that counts for as long as the process runs. */
final class Watchdog implements Runnable {
    private static final Duration STEP = Duration.ofMillis(20);
    /** A longer step is a pause of the process, in which nobody searched. */
    private static final long LONGEST_STEP = STEP.multipliedBy(3).toNanos();

    private static final Watchdog INSTANCE = started();

    /** Without those whose threads have ended. */
    private final Set<SearchLimit> limits = Collections.newSetFromMap(new WeakHashMap<>());

    private Watchdog() {}

    private static Watchdog started() {
        Watchdog watchdog = new Watchdog();
        Thread thread = new Thread(watchdog, "search-watchdog");
        thread.setDaemon(true);
        thread.start();
        return watchdog;
    }

    static SearchLimit newLimit() {
        SearchLimit limit = new SearchLimit();
        synchronized (INSTANCE.limits) {
            INSTANCE.limits.add(limit);
        }
        return limit;
    }

    @Override
    @SuppressWarnings("ThreadSleep") // a clock is what it is for
    public void run() {
        long last = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(STEP.toMillis());
                long now = System.nanoTime();
                count(Math.min(now - last, LONGEST_STEP));
                last = now;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(long nanos) {
        synchronized (limits) {
            limits.forEach(limit -> limit.count(nanos));
        }
    }
}
