package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import io.kstash.ledger.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers by which a dead letter tells where it comes from and why. Its key, value and further headers are those of its
 * source; its timestamp is when it became one, so that Kafka keeps it long enough.
 */
public final class DeadLetterHeaders {
    /** {@code topic/partition/offset} of the record that could not be worked on. */
    public static final String ORIGIN = "kstash.dead-letter.origin";
    /** The timestamp of that record, such as {@code 2026-01-02T03:04:05.678Z}. */
    public static final String TIMESTAMP = "kstash.dead-letter.timestamp";
    /** The plugin or condition: {@code filter mutate}. */
    public static final String STAGE = "kstash.dead-letter.stage";
    /** {@code file:line:column} in the pipeline. */
    public static final String PLACE = "kstash.dead-letter.place";
    /** What was wrong, for a person to read. */
    public static final String REASON = "kstash.dead-letter.reason";
    /** A checksum of the pipeline's text. */
    public static final String PIPELINE_VERSION = "kstash.dead-letter.pipeline-version";

    private static final List<String> ALL =
            List.of(Source.HEADER, ORIGIN, TIMESTAMP, STAGE, PLACE, REASON, PIPELINE_VERSION);

    private DeadLetterHeaders() {}

    static void add(Headers headers, Origin origin, long timestamp, StageFailure failure, String pipelineVersion) {
        // Behind one that the record was read with, which goes back with it.
        headers.add(Source.HEADER, utf8(origin.source(0).toString()));
        headers.add(ORIGIN, utf8(origin.toString()));
        headers.add(TIMESTAMP, utf8(Instant.ofEpochMilli(timestamp).toString()));
        headers.add(STAGE, utf8(failure.stage()));
        headers.add(PLACE, utf8(failure.place().toString()));
        headers.add(REASON, utf8(failure.reason()));
        headers.add(PIPELINE_VERSION, utf8(pipelineVersion));
    }

    /** The headers of the record itself: all but those that the transformer has added. */
    public static Headers ofSource(Headers deadLetter) {
        List<Header> headers = new ArrayList<>(List.of(deadLetter.toArray()));
        ALL.forEach(name -> headers.remove(deadLetter.lastHeader(name)));
        return new RecordHeaders(headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
