package io.kstash.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of one record. All zero and empty means that the codec made no event of it.
 *
 * @param events those that left the filters, in the order of {@link Source#index}
 * @param dropped how many events a filter dropped
 * @param deadLetters how many dead letters there are for it; their own {@link Source#index} counts from 0
 */
public record Outcome(List<Emitted> events, int dropped, int deadLetters) {
    /** Keeps the list. */
    public Outcome {
        events = List.copyOf(events);
    }

    /**
     * Some events in a row that went to the same outputs.
     *
     * @param count how many
     * @param outputs none where no condition selected one
     */
    public record Emitted(int count, List<LedgerOutput> outputs) {
        /** Keeps the list. */
        public Emitted {
            outputs = List.copyOf(outputs);
        }
    }

    /** Collects the outcome of a record while it is worked on. For one thread. */
    public static final class Builder {
        private final List<Emitted> events = new ArrayList<>(1);
        private int dropped;
        private int deadLetters;

        /** An event left the filters for these outputs. */
        public void emitted(List<LedgerOutput> outputs) {
            int last = events.size() - 1;
            if (last >= 0 && events.get(last).outputs().equals(outputs)) {
                events.set(last, new Emitted(events.get(last).count() + 1, outputs));
            } else {
                events.add(new Emitted(1, outputs));
            }
        }

        /** A filter dropped an event. */
        public void dropped() {
            dropped++;
        }

        /** The record, or an event of it, became a dead letter. */
        public void deadLetter() {
            deadLetters++;
        }

        /** How many dead letters there are up to now: the index of the next one. */
        public int deadLetters() {
            return deadLetters;
        }

        /** What was collected. */
        public Outcome build() {
            return new Outcome(events, dropped, deadLetters);
        }
    }
}
