package io.kstash.console.web;

/** What cannot be answered, with a message for the person at the page. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final int status;

    private ApiException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    private ApiException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What was asked for makes no sense. */
    public static ApiException badRequest(String message) {
        return new ApiException(BAD_REQUEST, message);
    }

    /** What was asked for is not there. */
    public static ApiException notFound(String message) {
        return new ApiException(NOT_FOUND, message);
    }

    /** Another program that is needed for the answer does not give it. */
    public static ApiException unavailable(String message) {
        return new ApiException(UNAVAILABLE, message);
    }

    /** The same, with why. */
    public static ApiException unavailable(String message, Throwable cause) {
        return new ApiException(UNAVAILABLE, message, cause);
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** For a program that reads the message. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
