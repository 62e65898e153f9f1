package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** The headers by which a dead letter tells where it comes from and why. Its key and value are those of its source. */
final class DeadLetterHeaders {
    /** {@code topic/partition/offset} of the record that could not be worked on. */
    static final String ORIGIN = "kstash.dead-letter.origin";
    /** The plugin or condition: {@code filter mutate}. */
    static final String STAGE = "kstash.dead-letter.stage";
    /** {@code file:line:column} in the pipeline. */
    static final String PLACE = "kstash.dead-letter.place";
    /** What was wrong, for a person to read. */
    static final String REASON = "kstash.dead-letter.reason";
    /** A checksum of the pipeline's text. */
    static final String PIPELINE_VERSION = "kstash.dead-letter.pipeline-version";

    private DeadLetterHeaders() {}

    static void add(Headers headers, String origin, StageFailure failure, String pipelineVersion) {
        headers.add(ORIGIN, utf8(origin));
        headers.add(STAGE, utf8(failure.stage()));
        headers.add(PLACE, utf8(failure.place().toString()));
        headers.add(REASON, utf8(failure.reason()));
        headers.add(PIPELINE_VERSION, utf8(pipelineVersion));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
