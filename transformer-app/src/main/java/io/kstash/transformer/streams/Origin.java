package io.kstash.transformer.streams;

import io.kstash.ledger.Source;

/** Where a record was read: its coordinates in the input topic. */
public record Origin(String topic, int partition, long offset) {
    /** One of the events that are made of the record. */
    Source source(int index) {
        return new Source(topic, partition, offset, index);
    }

    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
