package io.kstash.transformer.deadletters;

import io.kstash.transformer.streams.DeadLetterHeaders;
import io.kstash.transformer.streams.Origin;
import io.kstash.transformer.streams.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A record that could not be worked on.
 *
 * @param at where the dead letter is
 * @param since when it became one
 * @param source the record as it was read
 * @param stage the plugin or condition
 * @param place where that stands in the pipeline
 * @param reason what was wrong
 * @param pipelineVersion a checksum of the pipeline's text
 */
record DeadLetter(
        Origin at,
        Instant since,
        SourceRecord source,
        String stage,
        String place,
        String reason,
        String pipelineVersion) {
    /** Reads a record of the topic; empty where it is no dead letter. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        return Origin.parse(text(record.headers(), DeadLetterHeaders.ORIGIN))
                .map(origin -> new DeadLetter(
                        Origin.of(record),
                        Instant.ofEpochMilli(record.timestamp()),
                        source(origin, record),
                        text(record.headers(), DeadLetterHeaders.STAGE),
                        text(record.headers(), DeadLetterHeaders.PLACE),
                        text(record.headers(), DeadLetterHeaders.REASON),
                        text(record.headers(), DeadLetterHeaders.PIPELINE_VERSION)));
    }

    private static SourceRecord source(Origin origin, ConsumerRecord<byte[], byte[]> record) {
        return new SourceRecord(
                origin, record.key(), record.value(), timestamp(record), DeadLetterHeaders.ofSource(record.headers()));
    }

    /** Where the record was read. */
    Origin origin() {
        return source.origin();
    }

    private static long timestamp(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Instant.parse(text(record.headers(), DeadLetterHeaders.TIMESTAMP))
                    .toEpochMilli();
        } catch (DateTimeException noneKept) {
            return record.timestamp();
        }
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
