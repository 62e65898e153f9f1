package io.kstash.faults.flow;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A process sleeps, with SIGSTOP, until somebody ends that, or this process is gone: nothing may sleep here for ever. */
final class Sleep {
    /** The end of standard input, which the kernel closes with this process, wakes the sleeper. */
    private static final String SCRIPT = "kill -STOP \"$1\"; echo asleep; read -r end; kill -CONT \"$1\"";

    private final Process shell;

    private Sleep(Process shell) {
        this.shell = shell;
    }

    /** Begins; returns when the process sleeps, or is not there any more. */
    static Sleep of(long pid) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", SCRIPT, "sh", String.valueOf(pid))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            shell.getInputStream().read();
            return new Sleep(shell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wakes it up. */
    void end() {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shell.onExit().join();
    }
}
