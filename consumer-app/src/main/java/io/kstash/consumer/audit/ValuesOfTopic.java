package io.kstash.consumer.audit;

import java.nio.ByteBuffer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Keeps the values of one topic; others need not be copied, because nobody looks at them. */
record ValuesOfTopic(String topic) implements Deserializer<byte[]> {
    @Override
    public byte @Nullable [] deserialize(String from, byte @Nullable [] data) {
        return from.equals(topic) ? data : null;
    }

    @Override
    public byte @Nullable [] deserialize(String from, Headers headers, @Nullable ByteBuffer data) {
        if (data == null || !from.equals(topic)) {
            return null;
        }
        byte[] value = new byte[data.remaining()];
        data.get(value);
        return value;
    }
}
