package io.kstash.delivery.file;

/**
 * The input record that a line was made of.
 *
 * @param topic the input topic
 * @param partition of that topic
 * @param offset in that partition
 * @param index which of the events of that record, from 0
 */
public record LineSource(String topic, int partition, long offset, int index) {
    /** As in the header {@link io.kstash.delivery.DeliveryHeaders#SOURCE}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset + "/" + index;
    }
}
