package io.kstash.filters.dissect;

/** A mapping cannot be understood. The message is a clause that says what is wrong with it and what to write. */
final class MappingSyntaxException extends RuntimeException {
    MappingSyntaxException(String message) {
        super(message);
    }
}
