package io.kstash.transformer.streams;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Takes a {@link Bundle} out of the record that stands for it. */
final class BundleDeserializer implements Deserializer<Bundle> {
    @Override
    public Bundle deserialize(String topic, Headers headers, byte @Nullable [] nothing) {
        return (Bundle) headers;
    }

    @Override
    public Bundle deserialize(String topic, byte @Nullable [] nothing) {
        throw new UnsupportedOperationException("A bundle comes as headers");
    }
}
