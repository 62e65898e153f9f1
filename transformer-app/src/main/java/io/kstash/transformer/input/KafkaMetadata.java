package io.kstash.transformer.input;

import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What {@code decorate_events} puts into {@code [@metadata][kafka]}. */
public enum KafkaMetadata {
    NONE,
    BASIC,
    EXTENDED;

    private static final FieldReference KAFKA = FieldReference.of("[@metadata][kafka]");

    /** Of {@code none}, {@code basic} or {@code extended}; the older {@code true} is basic. */
    static KafkaMetadata of(String option) {
        return switch (option) {
            case "basic", "true" -> BASIC;
            case "extended" -> EXTENDED;
            default -> NONE;
        };
    }

    /** Tells an event where it comes from. */
    public void decorate(Event event, Source source) {
        if (this == NONE) {
            return;
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("topic", source.topic);
        fields.put("consumer_group", source.group);
        fields.put("partition", (long) source.partition);
        fields.put("offset", source.offset);
        fields.put("key", source.key == null ? null : new String(source.key, StandardCharsets.UTF_8));
        fields.put("timestamp", source.timestamp);
        if (this == EXTENDED) {
            fields.put("headers", texts(source.headers));
        }
        event.set(KAFKA, fields);
    }

    private static Map<String, @Nullable Object> texts(Headers headers) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            byte[] value = header.value();
            texts.put(header.key(), value == null ? null : new String(value, StandardCharsets.UTF_8));
        }
        return texts;
    }

    /** A record that was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Source(
            String topic,
            String group,
            int partition,
            long offset,
            byte @Nullable [] key,
            long timestamp,
            Headers headers) {}
}
