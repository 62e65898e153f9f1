package io.kstash.codecs.text;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.plugin.DecodedEvents;
import io.kstash.plugin.Decoder;

/** A payload is the {@code message} of one event. */
public final class MessageDecoder implements Decoder {
    private static final FieldReference MESSAGE = FieldReference.ofName("message");

    private final PayloadText text;
    private final OriginalField original;

    public MessageDecoder(PayloadText text, OriginalField original) {
        this.text = text;
        this.original = original;
    }

    @Override
    public void decode(byte[] payload, Timestamp defaultTimestamp, DecodedEvents events) {
        events.decoded(event(text.of(payload), original, defaultTimestamp));
    }

    /** An event with that message. */
    public static Event event(String message, OriginalField original, Timestamp timestamp) {
        Event event = Event.at(timestamp);
        event.set(MESSAGE, message);
        original.keep(event, message);
        return event;
    }
}
