package io.kstash.transformer.streams;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The header that tells of every record that a pipeline writes which record it was made of. */
final class SourceHeader {
    private SourceHeader() {}

    /**
     * Sets it.
     *
     * @param name of the header; its value is {@code topic/partition/offset/index}
     * @param index which of the events of that record this is
     */
    static void set(Headers headers, String name, Origin origin, int index) {
        headers.remove(name);
        headers.add(name, (origin + "/" + index).getBytes(StandardCharsets.UTF_8));
    }
}
