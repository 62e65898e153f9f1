package io.kstash.app;

/** Thrown out of a wait that ended because the app was asked to stop; the app then ends with exit code 0. */
public final class StoppedException extends AppException {
    public StoppedException() {
        super(ExitCode.OK, "stopped", null);
    }
}
