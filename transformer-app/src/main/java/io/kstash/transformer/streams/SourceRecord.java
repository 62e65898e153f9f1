package io.kstash.transformer.streams;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record that a pipeline reads.
 *
 * @param origin where it was read
 * @param value null for a tombstone
 * @param timestamp in milliseconds since 1970
 * @param headers not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SourceRecord(
        Origin origin, byte @Nullable [] key, byte @Nullable [] value, long timestamp, Headers headers) {}
