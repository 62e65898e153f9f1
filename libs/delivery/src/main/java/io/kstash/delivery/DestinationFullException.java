package io.kstash.delivery;

/**
 * A destination has no room: nothing was written, its position is what it was, and the same can be written later. The
 * message says where there is no room.
 */
public final class DestinationFullException extends RuntimeException {
    public DestinationFullException(String message, Throwable cause) {
        super(message, cause);
    }
}
