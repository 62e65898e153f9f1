package io.kstash.app;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows how far an app is: on a terminal one line that is redrawn, elsewhere a new line every few seconds. Messages go
 * between without tearing the line. Used by one thread.
 */
public final class StatusLine {
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration REPEAT = Duration.ofSeconds(5);
    private static final String ERASE = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private long shownNanos;
    private boolean visible;

    /** @param terminal whether a person sees {@code out} as it is written */
    public StatusLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.shownNanos = System.nanoTime();
    }

    /** Shows the text unless the last one was shown only a moment ago. */
    public void show(String text) {
        Duration interval = terminal ? REDRAW : REPEAT;
        long now = System.nanoTime();
        if (now - shownNanos < interval.toNanos()) {
            return;
        }
        shownNanos = now;
        if (terminal) {
            out.print(ERASE + text);
            out.flush();
            visible = true;
        } else {
            out.println(text);
        }
    }

    /** Prints a line that stays. */
    public void message(String text) {
        clear();
        out.println(text);
    }

    /** Takes the redrawn line away. */
    public void clear() {
        if (visible) {
            out.print(ERASE);
            out.flush();
            visible = false;
        }
    }
}
