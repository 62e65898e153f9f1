package io.kstash.plugin;

import io.kstash.event.Timestamp;

/** Turns payloads into events. It may keep the rest of a payload until the next; not thread-safe. */
@FunctionalInterface
public interface Decoder {
    /**
     * Decodes one payload. What cannot be decoded is told to the events, and is never an exception.
     *
     * @param defaultTimestamp the time of events that bring none
     * @param events takes the events, in order; possibly none
     */
    void decode(byte[] payload, Timestamp defaultTimestamp, DecodedEvents events);
}
