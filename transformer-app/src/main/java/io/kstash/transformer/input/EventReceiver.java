package io.kstash.transformer.input;

import io.kstash.event.Event;
import java.io.IOException;

/** Takes events from an input, and can tell when they have reached the outputs. */
public interface EventReceiver {
    /** Takes an event through the filters to the outputs. */
    void accept(Event event) throws IOException;

    /** Returns once all events so far are written: an input may then forget them. */
    void flush() throws IOException;
}
