package io.kstash.filters.kv;

import java.time.Duration;

/** The parsing of an event took too long, though no single search did. */
final class DeadlineException extends RuntimeException {
    /** @param limit how long it may take */
    DeadlineException(Duration limit) {
        super("finding the pairs took longer than " + limit.toMillis() + " ms");
    }
}
