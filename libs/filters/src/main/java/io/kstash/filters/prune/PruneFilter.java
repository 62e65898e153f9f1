package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;

/** Removes from an event what its rules find. */
record PruneFilter(List<Rule> rules) implements Filter {
    @Override
    public Outcome filter(Event event) {
        Removals removals = new Removals();
        for (Rule rule : rules) {
            rule.collect(event, removals);
        }
        removals.applyTo(event);
        return Outcome.MATCHED;
    }
}
