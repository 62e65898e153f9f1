package io.kstash.transformer.input;

import java.io.IOException;

/** A source of events on this machine. It ends by itself, or when it is asked to stop. */
public non-sealed interface LocalInput extends Input {
    /**
     * Reads all that there is, in the thread that calls.
     *
     * @param surroundings what it reads from, and what asks it to stop
     * @param events takes the events, in order
     * @throws IOException where the source cannot be read; the message names it
     */
    void read(Surroundings surroundings, EventReceiver events) throws IOException;
}
