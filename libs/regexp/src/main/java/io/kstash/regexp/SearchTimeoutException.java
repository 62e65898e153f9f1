package io.kstash.regexp;

import java.time.Duration;

/** A search took too long and was ended. The message says which, and the limit. */
public final class SearchTimeoutException extends RuntimeException {
    SearchTimeoutException(String pattern, Duration limit) {
        super("the search for /" + pattern + "/ took longer than " + limit.toMillis() + " ms");
    }
}
