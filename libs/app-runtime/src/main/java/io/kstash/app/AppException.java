package io.kstash.app;

import org.jspecify.annotations.Nullable;

/** A failure that the app explains itself: its message says what, where and what to do, and its code who has to do it. */
public abstract class AppException extends RuntimeException {
    private final int exitCode;

    AppException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** One of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
