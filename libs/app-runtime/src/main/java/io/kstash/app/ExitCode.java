package io.kstash.app;

/** What an app tells the shell; the same for every app. */
public final class ExitCode {
    /** All went well; a clean stop by SIGTERM or Ctrl-C too. */
    public static final int OK = 0;

    /** The app started and failed. */
    public static final int FAILED = 1;

    /** Wrong usage or configuration: the same call will fail again. */
    public static final int USAGE = 2;

    /** Kafka was not reachable at start, or refused the credentials. */
    public static final int KAFKA_UNAVAILABLE = 3;

    private ExitCode() {}
}
