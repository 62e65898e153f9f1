package io.kstash.codecs.json;

import io.kstash.codecs.text.MessageDecoder;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.Timestamp;
import io.kstash.plugin.DecodedEvents;
import io.kstash.plugin.Decoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payload is a JSON object, or an array of objects, each an event. What follows the first value is not looked at, a
 * blank payload is no event, and anything else is an event with the text as its message, tagged
 * {@code _jsonparsefailure}.
 */
public final class JsonEvents implements Decoder {
    private static final String FAILURE_TAG = "_jsonparsefailure";

    private final PayloadText text;
    private final OriginalField original;
    private final Optional<FieldReference> target;

    public JsonEvents(PayloadText text, OriginalField original, Optional<FieldReference> target) {
        this.text = text;
        this.original = original;
        this.target = target;
    }

    @Override
    public void decode(byte[] payload, Timestamp defaultTimestamp, DecodedEvents events) {
        byte[] json = text.utf8(payload);
        if (JsonReader.isBlank(json)) {
            return;
        }
        List<Event> decoded;
        try {
            decoded = decode(json, payload, defaultTimestamp);
        } catch (EventException notEvents) {
            // Not JSON, or something else than objects, or an object that leaves no place for the original.
            events.undecodable(tagged(payload, defaultTimestamp), String.valueOf(notEvents.getMessage()));
            return;
        }
        decoded.forEach(events::decoded);
    }

    private Event tagged(byte[] payload, Timestamp timestamp) {
        Event failed = MessageDecoder.event(text.of(payload), OriginalField.none(), timestamp);
        failed.tag(FAILURE_TAG);
        return failed;
    }

    private List<Event> decode(byte[] json, byte[] payload, Timestamp timestamp) {
        Object value = JsonReader.readFirst(json);
        if (value instanceof List<?> array && array.size() != 1) {
            return array.stream().map(object -> event(object, timestamp)).toList();
        }
        Event event = event(value instanceof List<?> array ? array.get(0) : value, timestamp);
        keepOriginal(event, payload);
        return List.of(event);
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private Event event(@Nullable Object object, Timestamp timestamp) {
        if (!(object instanceof Map<?, ?>)) {
            throw new JsonTextException("only an object can be an event");
        }
        Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) object;
        if (target.isEmpty()) {
            return Event.of(fields, timestamp);
        }
        Event event = Event.at(timestamp);
        event.set(target.get(), fields);
        return event;
    }

    private void keepOriginal(Event event, byte[] payload) {
        if (original.isEnabled()) {
            original.keepIfAbsent(event, text.of(payload));
        }
    }
}
