package io.kstash.app;

/** The person who wrote the command line or a configuration has to change it: exit code 2. */
public final class UsageException extends AppException {
    public UsageException(String message) {
        super(ExitCode.USAGE, message, null);
    }

    public UsageException(String message, Throwable cause) {
        super(ExitCode.USAGE, message, cause);
    }

    /**
     * Goes on if the condition holds.
     *
     * @throws UsageException with this message if not
     */
    public static void unless(boolean condition, String message) {
        if (!condition) {
            throw new UsageException(message);
        }
    }
}
