package io.kstash.app;

import java.util.Locale;
import java.util.Map;

/**
 * How an app is, as {@code /health} tells it.
 *
 * @param status decides the HTTP status: 200 when {@link Status#READY}, else 503
 * @param details further JSON members: strings, numbers, booleans, lists and maps of these
 */
public record Health(Status status, Map<String, ?> details) {
    /** Where an app is in its life. */
    public enum Status {
        STARTING,
        READY,
        STOPPING,
        FAILED;

        /** The name in JSON. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Health {
        details = Map.copyOf(details);
    }
}
