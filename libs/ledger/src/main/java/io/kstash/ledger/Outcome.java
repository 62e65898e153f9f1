package io.kstash.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of one record.
 *
 * @param events those that left the filters and that no output refused, in the order of {@link Source#index}
 * @param dropped how many events a filter dropped
 * @param deadLetters how many dead letters there are for it: a record that became one became nothing else
 */
public record Outcome(List<Emitted> events, int dropped, int deadLetters) {
    /** The codec made no event of it. */
    public static final Outcome NO_EVENT = new Outcome(List.of(), 0, 0);

    private static final int BYTES_WITHOUT_NAMES = 40;

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

    /** About as many as it has in an entry. */
    int approximateBytes() {
        int bytes = BYTES_WITHOUT_NAMES;
        for (Emitted emitted : events) {
            bytes += BYTES_WITHOUT_NAMES;
            for (LedgerOutput output : emitted.outputs()) {
                bytes += BYTES_WITHOUT_NAMES
                        + output.id().length()
                        + output.name().length();
            }
        }
        return bytes;
    }

    /**
     * Collects what becomes of a record while it is worked on, then of the next. Most records become the same as the one
     * before, so that the same object is answered for them. For one thread.
     */
    public static final class Builder {
        private final List<Emitted> events = new ArrayList<>(1);
        private Outcome recent = NO_EVENT;
        private int dropped;
        private int deadLetters;

        /** An event left the filters for these outputs. */
        public void emitted(List<LedgerOutput> outputs) {
            int last = events.size() - 1;
            if (last >= 0 && events.get(last).outputs().equals(outputs)) {
                events.set(last, new Emitted(events.get(last).count() + 1, outputs));
            } else {
                events.add(once(outputs));
            }
        }

        private Emitted once(List<LedgerOutput> outputs) {
            int next = events.size();
            if (next < recent.events.size()) {
                Emitted before = recent.events.get(next);
                if (before.count == 1 && before.outputs.equals(outputs)) {
                    return before;
                }
            }
            return new Emitted(1, outputs);
        }

        /** A filter dropped an event. */
        public void dropped() {
            dropped++;
        }

        /** The record became a dead letter, so that nothing else became of it. */
        public void deadLetter() {
            events.clear();
            dropped = 0;
            deadLetters = 1;
        }

        /** What became of the record. What is told from now on concerns the next. */
        public Outcome build() {
            if (dropped != recent.dropped || deadLetters != recent.deadLetters || !events.equals(recent.events)) {
                recent = new Outcome(events, dropped, deadLetters);
            }
            events.clear();
            dropped = 0;
            deadLetters = 0;
            return recent;
        }
    }
}
