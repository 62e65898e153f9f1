package io.kstash.transformer.streams;

/** Where a record was read: its coordinates in the input topic. */
public record Origin(String topic, int partition, long offset) {
    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
