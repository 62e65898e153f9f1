package io.kstash.consumer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object in one line with all that a record has: {@code topic}, {@code partition}, {@code offset},
 * {@code timestamp} (milliseconds since the epoch), {@code key}, {@code headers}, {@code value}.
 *
 * <p>Key, value and headers are strings with the exact text; {@code {"base64": "..."}} if the bytes are not UTF-8; null if
 * there are none. {@code headers} is an object; a header that occurs more than once has an array of its values.
 */
final class JsonFormat implements RecordFormat {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    @Override
    public void write(ConsumerRecord<byte[], byte[]> message, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("topic", message.topic());
            json.writeNumberField("partition", message.partition());
            json.writeNumberField("offset", message.offset());
            json.writeNumberField("timestamp", message.timestamp());
            writeBytes(json, "key", message.key());
            writeHeaders(json, message);
            writeBytes(json, "value", message.value());
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeHeaders(JsonGenerator json, ConsumerRecord<byte[], byte[]> message) throws IOException {
        Map<String, List<Header>> byKey = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            byKey.computeIfAbsent(header.key(), key -> new ArrayList<>()).add(header);
        }
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, List<Header>> headers : byKey.entrySet()) {
            json.writeFieldName(headers.getKey());
            writeValues(json, headers.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValues(JsonGenerator json, List<Header> headers) throws IOException {
        if (headers.size() == 1) {
            writeBytes(json, headers.get(0).value());
            return;
        }
        json.writeStartArray();
        for (Header header : headers) {
            writeBytes(json, header.value());
        }
        json.writeEndArray();
    }

    private static void writeBytes(JsonGenerator json, String field, byte @Nullable [] bytes) throws IOException {
        json.writeFieldName(field);
        writeBytes(json, bytes);
    }

    private static void writeBytes(JsonGenerator json, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            json.writeNull();
            return;
        }
        String text = Utf8.decode(bytes);
        if (text != null) {
            json.writeString(text);
        } else {
            json.writeStartObject();
            json.writeBinaryField("base64", bytes);
            json.writeEndObject();
        }
    }
}
