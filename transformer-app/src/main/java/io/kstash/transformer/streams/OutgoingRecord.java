package io.kstash.transformer.streams;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record to be sent.
 *
 * @param sourcePartition where the record of which it was made comes from
 * @param keyed true if its key decides the partition, false if the source's partition does
 * @param value null for a tombstone
 * @param timestamp in milliseconds since 1970
 * @param headers its own, to which more may be added
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingRecord(
        String topic,
        int sourcePartition,
        boolean keyed,
        byte @Nullable [] key,
        byte @Nullable [] value,
        long timestamp,
        Headers headers) {
    /** A record in the place of its source: with its key, its time and the partition that follows from its own. */
    static OutgoingRecord like(SourceRecord source, String topic, byte @Nullable [] value, Headers headers) {
        return new OutgoingRecord(
                topic, source.origin().partition(), false, source.key(), value, source.timestamp(), headers);
    }
}
