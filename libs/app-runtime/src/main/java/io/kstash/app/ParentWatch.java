package io.kstash.app;

import java.io.IOException;

/**
 * Ends a child process together with its parent, even a killed one: the parent holds the other end of standard input, which
 * the kernel closes when the parent is gone. Switched on by the system property {@value #PROPERTY}.
 */
public final class ParentWatch {
    /** Set to {@code true} by a parent that starts an app as its child and gives it a pipe as standard input. */
    public static final String PROPERTY = "kstash.endsWithParent";

    private ParentWatch() {}

    static void startIfAsked() {
        if (Boolean.getBoolean(PROPERTY)) {
            Thread thread = new Thread(ParentWatch::exitAtEndOfInput, "parent-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // The parent sends nothing; only the end counts.
            }
        } catch (IOException e) {
            // A broken pipe says the same as its end.
        }
        System.exit(ExitCode.OK);
    }
}
