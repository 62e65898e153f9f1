package io.kstash.plugin;

import io.kstash.event.Event;

/** Turns an event into the bytes that an output writes, a line's end included where the codec has one. Not thread-safe. */
@FunctionalInterface
public interface Encoder {
    /**
     * Encodes one event.
     *
     * @throws io.kstash.event.EventException where the event cannot be encoded: it becomes a dead letter
     */
    byte[] encode(Event event);
}
