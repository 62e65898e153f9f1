package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that could not be worked on, to the topic where people look for them. */
record DeadLetterOutput(String topic, String pipelineVersion, DeadLetterNotice notice) {
    OutgoingRecord record(SourceRecord source, StageFailure failure) {
        Origin origin = source.origin();
        notice.tell(origin, failure, topic);
        Headers headers = new RecordHeaders(source.headers());
        DeadLetterHeaders.add(headers, origin, source.timestamp(), failure, pipelineVersion);
        return OutgoingRecord.like(source, topic, source.value(), headers);
    }
}
