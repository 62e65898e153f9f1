package io.kstash.filters.mutate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;

/** Applies the operations in their fixed order. The first that fails tags the event and skips the rest. */
final class MutateFilter implements Filter {
    private final List<Mutation> mutations;
    private final String failureTag;
    private final Outcome matched;

    MutateFilter(List<Mutation> mutations, String failureTag) {
        this.mutations = List.copyOf(mutations);
        this.failureTag = failureTag;
        // Logstash's mutate catches what add_field and the like throw, too.
        this.matched = new Outcome.Matched(Optional.of(List.of(failureTag)));
    }

    @Override
    public Outcome filter(Event event) {
        try {
            for (Mutation mutation : mutations) {
                mutation.apply(event);
            }
            return matched;
        } catch (EventException failure) {
            event.tag(failureTag);
            return Outcome.UNMATCHED;
        }
    }
}
