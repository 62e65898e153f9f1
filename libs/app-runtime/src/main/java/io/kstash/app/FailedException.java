package io.kstash.app;

import org.jspecify.annotations.Nullable;

/** The app cannot go on, for a reason that it can explain in one message: exit code 1. */
public final class FailedException extends AppException {
    public FailedException(String message) {
        super(ExitCode.FAILED, message, null);
    }

    public FailedException(String message, @Nullable Throwable cause) {
        super(ExitCode.FAILED, message, cause);
    }
}
