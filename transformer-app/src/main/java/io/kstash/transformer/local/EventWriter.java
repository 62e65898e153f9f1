package io.kstash.transformer.local;

import io.kstash.event.Event;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;

/** Writes the events of one output. Not thread-safe. */
interface EventWriter extends Closeable, Flushable {
    /**
     * Takes an event, which is not written for sure before {@link #flush} has returned.
     *
     * @throws io.kstash.event.EventException where the event cannot be written, whatever comes after it
     * @throws IOException where the destination fails; the message names it
     */
    void write(Event event) throws IOException;
}
