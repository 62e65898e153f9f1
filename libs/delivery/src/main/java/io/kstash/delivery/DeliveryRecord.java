package io.kstash.delivery;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record to be written.
 *
 * @param offset in the deliveries topic
 * @param path {@link DeliveryHeaders#PATH}, if the record has it
 * @param source {@link DeliveryHeaders#SOURCE} as it came, if the record has it: not a text, because most destinations do not
 *     look at it and one that does parses millions
 * @param value the exact bytes to write, line end included; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy would cost as much as the write.
public record DeliveryRecord(long offset, Optional<String> path, byte @Nullable [] source, byte[] value) {}
