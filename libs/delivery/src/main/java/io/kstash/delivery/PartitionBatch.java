package io.kstash.delivery;

import java.util.List;

/**
 * All that a destination gets of a range of offsets of one partition. A range without records counts as well: it moves the
 * position on.
 *
 * @param partition of the deliveries topic
 * @param nextOffset the end of the range: everything below it is in this batch, or was in an earlier one, or is not for this
 *     destination
 * @param records in offset order, all below {@code nextOffset}
 */
public record PartitionBatch(int partition, long nextOffset, List<DeliveryRecord> records) {}
