package io.kstash.filters.drop;

import io.kstash.event.Event;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Drops events at random.
 *
 * @param percentage of how many; 100 is all
 */
record DropFilter(double percentage) implements Filter {
    private static final Outcome DROPPED = new Outcome.Dropped("drop");

    @Override
    public Outcome filter(Event event) {
        boolean drops = ThreadLocalRandom.current().nextDouble() * 100 < percentage;
        return drops ? DROPPED : Outcome.UNMATCHED;
    }

    @Override
    public boolean dropsAll() {
        return percentage >= 100;
    }
}
