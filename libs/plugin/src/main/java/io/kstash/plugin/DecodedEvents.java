package io.kstash.plugin;

import io.kstash.event.Event;

/** Takes what a {@link Decoder} makes of a payload, in order. */
@FunctionalInterface
public interface DecodedEvents {
    /** Takes an event. */
    void decoded(Event event);

    /**
     * Takes what cannot be decoded, as the tagged event that Logstash makes of it. Whoever has a better place for it
     * overrides this; else it is an event like the others.
     *
     * @param reason what is wrong with the payload, for a person to read
     */
    default void undecodable(Event tagged, String reason) {
        decoded(tagged);
    }
}
