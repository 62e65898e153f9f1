package io.kstash.event;

/** The event cannot do what was asked: the data does not fit. The message names the field and its value. */
public class EventException extends RuntimeException {
    public EventException(String message) {
        super(message);
    }

    public EventException(String message, Throwable cause) {
        super(message, cause);
    }
}
