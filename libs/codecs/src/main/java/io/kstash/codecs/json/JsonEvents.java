package io.kstash.codecs.json;

import io.kstash.codecs.text.MessageDecoder;
import io.kstash.codecs.text.OriginalField;
import io.kstash.codecs.text.PayloadText;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.JsonReader;
import io.kstash.event.JsonTextException;
import io.kstash.event.Timestamp;
import io.kstash.plugin.Decoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    public void decode(byte[] payload, Timestamp defaultTimestamp, Consumer<Event> events) {
        byte[] json = text.utf8(payload);
        if (JsonReader.isBlank(json)) {
            return;
        }
        List<?> objects = objects(json);
        if (objects.stream().allMatch(Map.class::isInstance)) {
            objects.forEach(object -> events.accept(keepOriginal(event(object, defaultTimestamp), payload)));
        } else {
            Event failed = MessageDecoder.event(text.of(payload), original, defaultTimestamp);
            failed.tag(FAILURE_TAG);
            events.accept(failed);
        }
    }

    /** The values to make events of; a list with something other than objects stands for a failure. */
    private static List<?> objects(byte[] json) {
        try {
            Object value = JsonReader.readFirst(json);
            return value instanceof List<?> array ? array : List.of(value == null ? "null" : value);
        } catch (JsonTextException notJson) {
            return List.of(notJson);
        }
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private Event event(Object object, Timestamp defaultTimestamp) {
        Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) object;
        if (target.isEmpty()) {
            return Event.of(fields, defaultTimestamp);
        }
        Event event = Event.at(defaultTimestamp);
        event.set(target.get(), fields);
        return event;
    }

    private Event keepOriginal(Event event, byte[] payload) {
        if (original.isEnabled()) {
            original.keep(event, text.of(payload));
        }
        return event;
    }
}
