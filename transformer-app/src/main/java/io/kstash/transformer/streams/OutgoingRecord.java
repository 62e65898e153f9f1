package io.kstash.transformer.streams;

import org.jspecify.annotations.Nullable;

/**
 * A record to be sent, with the topic that it is for.
 *
 * @param sourcePartition where the record of which it was made comes from
 * @param keyed true if its key decides the partition, false if the source's partition does
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingRecord(String topic, int sourcePartition, boolean keyed, byte @Nullable [] value) {}
