package io.kstash.filters.translate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Refreshes all dictionaries of the process, one after the other, and does not keep it from ending. */
final class RefreshThread {
    private static final ScheduledExecutorService THREAD =
            Executors.newSingleThreadScheduledExecutor(RefreshThread::newThread);

    private RefreshThread() {}

    static void refresh(DictionaryFile dictionary, Duration interval) {
        // A filter is never closed, so its dictionary counts as unused when nobody else knows it any more.
        WeakReference<DictionaryFile> inUse = new WeakReference<>(dictionary);
        var unused = THREAD.scheduleWithFixedDelay(
                () -> refresh(inUse), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void refresh(WeakReference<DictionaryFile> inUse) {
        DictionaryFile dictionary = inUse.get();
        if (dictionary == null) {
            throw new CancellationException("What throws is not repeated");
        }
        dictionary.refresh();
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "dictionary-refresh");
        thread.setDaemon(true);
        return thread;
    }
}
