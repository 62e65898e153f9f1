package io.kstash.filters.translate;

/** A dictionary cannot be used. The message goes on after the name of the option or file: {@code has a key that …}. */
final class DictionaryException extends RuntimeException {
    DictionaryException(String message) {
        super(message);
    }

    DictionaryException(String message, Throwable cause) {
        super(message, cause);
    }
}
