package io.kstash.delivery;

import java.util.Optional;

/**
 * One record to be written.
 *
 * @param offset in the deliveries topic
 * @param path {@link DeliveryHeaders#PATH}, if the record has it
 * @param value the exact bytes to write, line end included; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would cost as much as the write.
public record DeliveryRecord(long offset, Optional<String> path, byte[] value) {}
