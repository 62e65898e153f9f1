package io.kstash.filters.csv;

import io.kstash.event.EventException;

/** The text is not CSV. */
final class MalformedCsvException extends EventException {
    MalformedCsvException(String reason) {
        super("Not CSV: " + reason);
    }
}
