package io.kstash.consumer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The value and a newline. Bytes that are not UTF-8 become replacement characters; a null value is an empty line, so that
 * there is a line for each record.
 */
final class ValueFormat implements RecordFormat {
    @Override
    public void write(ConsumerRecord<byte[], byte[]> message, OutputStream out) throws IOException {
        byte @Nullable [] value = message.value();
        if (value != null) {
            out.write(new String(value, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        }
        out.write('\n');
    }
}
