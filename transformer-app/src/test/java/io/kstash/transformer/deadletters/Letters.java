package io.kstash.transformer.deadletters;

import io.kstash.transformer.streams.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Dead letters as the transformer writes them. */
public final class Letters {
    private Letters() {}

    /** A dead letter of the record at this offset of partition 0, with the header {@code kstash.producer}. */
    public static ProducerRecord<byte[], byte[]> of(String topic, String origin, long offset, byte[] value) {
        List<Header> headers = Stream.of(
                        header("kstash.producer", "run/0/" + offset),
                        header(DeadLetterHeaders.ORIGIN, origin + "/0/" + offset),
                        header(DeadLetterHeaders.TIMESTAMP, "2026-01-02T03:04:05.678Z"),
                        header(DeadLetterHeaders.STAGE, "condition"),
                        header(DeadLetterHeaders.PLACE, "p.conf:1:2"),
                        header(DeadLetterHeaders.REASON, "Cannot compare"),
                        header(DeadLetterHeaders.PIPELINE_VERSION, "1"))
                .toList();
        return new ProducerRecord<>(topic, 0, null, ("key " + offset).getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
