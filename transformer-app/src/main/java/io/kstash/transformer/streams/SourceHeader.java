package io.kstash.transformer.streams;

import io.kstash.event.Digits;
import io.kstash.ledger.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/**
 * The header that tells of every record that a pipeline writes which record it was made of. Not thread-safe: it keeps what the
 * records of a partition have in common.
 */
final class SourceHeader {
    /** Of an offset, a slash and an index. */
    private static final int MOST_CHARACTERS = 2 * Digits.MOST_CHARACTERS + 1;

    private String topic = "";
    private int partition = -1;
    private byte[] beginning = {};

    /** Sets it, in place of one that the record was read with. */
    void set(Headers headers, Origin origin, int index) {
        headers.remove(Source.HEADER);
        headers.add(Source.HEADER, value(origin, index));
    }

    /** What {@link Source} prints. */
    private byte[] value(Origin origin, int index) {
        if (origin.partition() != partition || !origin.topic().equals(topic)) {
            topic = origin.topic();
            partition = origin.partition();
            beginning = (topic + "/" + partition + "/").getBytes(StandardCharsets.UTF_8);
        }
        byte[] value = Arrays.copyOf(beginning, beginning.length + MOST_CHARACTERS);
        int end = Digits.put(origin.offset(), value, beginning.length);
        value[end] = '/';
        return Arrays.copyOf(value, Digits.put(index, value, end + 1));
    }
}
