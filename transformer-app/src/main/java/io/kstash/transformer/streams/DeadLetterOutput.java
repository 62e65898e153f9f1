package io.kstash.transformer.streams;

import io.kstash.engine.StageFailure;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** Records that could not be worked on, to the topic where people look for them. */
record DeadLetterOutput(String topic, String pipelineVersion, DeadLetterNotice notice) {
    Record<byte[], OutgoingRecord> record(Record<byte[], byte[]> source, Origin origin, StageFailure failure) {
        notice.tell(origin, failure, topic);
        Headers headers = new RecordHeaders(source.headers());
        DeadLetterHeaders.add(headers, origin, source.timestamp(), failure, pipelineVersion);
        OutgoingRecord outgoing = new OutgoingRecord(topic, origin.partition(), false, source.value());
        return new Record<>(source.key(), outgoing, source.timestamp(), headers);
    }
}
