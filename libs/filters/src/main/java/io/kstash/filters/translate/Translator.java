package io.kstash.filters.translate;

import io.kstash.event.Event;

/** Translates one value of an event or several. Thread-safe. */
interface Translator {
    /** Whether the event has what is to be translated, and nothing that is to be kept. */
    boolean appliesTo(Event event);

    /**
     * Translates.
     *
     * @return whether any value has a translation
     * @throws io.kstash.event.EventException where a translation cannot be put into the event
     */
    boolean translate(Event event);
}
