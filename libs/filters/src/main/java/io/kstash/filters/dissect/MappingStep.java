package io.kstash.filters.dissect;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldReference;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * Applies one mapping, and goes on with the rest of the filter. As in Logstash, the common options apply after each
 * mapping that matches, and whatever cannot be done ends the filter.
 */
final class MappingStep implements Filter {
    private final FieldTemplate source;
    private final Mapping mapping;
    private final List<String> failureTags;
    private final Filter rest;
    private final Outcome matched;

    MappingStep(FieldTemplate source, Mapping mapping, List<String> failureTags, Filter rest) {
        this.source = source;
        this.mapping = mapping;
        this.failureTags = failureTags;
        this.rest = rest;
        this.matched = new Outcome.PartlyMatched(rest, Optional.of(failureTags));
    }

    @Override
    public Outcome filter(Event event) {
        try {
            FieldReference field = source.resolve(event);
            if (event.contains(field)) {
                if (mapping.dissect(RubyText.toS(event.get(field)), event)) {
                    return matched;
                }
                failureTags.forEach(event::tag);
            }
        } catch (EventException doesNotFit) {
            failureTags.forEach(event::tag);
            return Outcome.UNMATCHED;
        }
        return rest.filter(event);
    }
}
