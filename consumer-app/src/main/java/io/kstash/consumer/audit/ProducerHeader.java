package io.kstash.consumer.audit;

import java.util.Optional;

/**
 * Who sent a record, as its header {@code kstash.producer} says: {@code run/producer/sequence}.
 *
 * @param producer {@code run/producer}
 * @param sequence counted from 0 by each producer of a run
 */
record ProducerHeader(String producer, long sequence) {
    static final String NAME = "kstash.producer";

    /** Empty where a text is nothing of this kind. */
    static Optional<ProducerHeader> parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash <= 0) {
            return Optional.empty();
        }
        try {
            long sequence = Long.parseUnsignedLong(text, slash + 1, text.length(), 10);
            return Optional.of(new ProducerHeader(text.substring(0, slash), sequence))
                    .filter(header -> EventSet.isPossible(sequence, 0));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    String run() {
        return producer.substring(0, Math.max(0, producer.indexOf('/')));
    }

    @Override
    public String toString() {
        return producer + "/" + sequence;
    }
}
