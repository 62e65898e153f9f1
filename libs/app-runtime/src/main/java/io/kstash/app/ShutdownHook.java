package io.kstash.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns SIGTERM and Ctrl-C into a clean stop that ends with the app's own exit code; the JVM alone would end with 143 or 130.
 */
final class ShutdownHook {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AppContext app;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::stopAndHalt, "stop");
    private volatile int exitCode = ExitCode.FAILED;

    private ShutdownHook(AppContext app) {
        this.app = app;
    }

    static ShutdownHook register(AppContext app) {
        ShutdownHook hook = new ShutdownHook(app);
        Runtime.getRuntime().addShutdownHook(hook.thread);
        return hook;
    }

    /** The app has returned by itself or because it was stopped. */
    void appEnded(int code) {
        exitCode = code;
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException shutdownHasBegun) {
            // Then the hook runs, and takes the code from here.
        }
    }

    private void stopAndHalt() {
        app.stop().request();
        boolean inTime = false;
        try {
            inTime = ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inTime) {
            app.err().println("Did not stop within " + LIMIT.toSeconds() + " s, giving up");
        }
        app.out().flush();
        app.err().flush();
        Runtime.getRuntime().halt(exitCode);
    }
}
