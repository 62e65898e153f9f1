package io.kstash.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells an app that it should end: by SIGTERM, Ctrl-C, or because its parent died. Thread-safe; it never goes back. */
public final class StopSignal {
    private final CountDownLatch requested = new CountDownLatch(1);
    private final List<Runnable> actions = new ArrayList<>();

    /** Asks for the stop and runs the registered actions in this thread; only the first call does anything. */
    public void request() {
        List<Runnable> toRun;
        synchronized (actions) {
            if (isRequested()) {
                return;
            }
            requested.countDown();
            toRun = List.copyOf(actions);
        }
        toRun.forEach(Runnable::run);
    }

    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Registers what wakes up the app, for example a consumer's {@code wakeup}; runs at once if the stop was asked for. */
    public void onRequest(Runnable action) {
        synchronized (actions) {
            if (!isRequested()) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }

    /** Waits until the stop is asked for. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Waits at most this long; true if the stop was asked for. */
    public boolean await(Duration limit) throws InterruptedException {
        return requested.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
