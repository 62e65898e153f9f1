package io.kstash.filters.dissect;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;

/** Converts fields, which is the end of the filter. Logstash does not count it as a match. */
record ConversionStep(List<Conversion> conversions, List<String> failureTags) implements Filter {
    @Override
    public Outcome filter(Event event) {
        try {
            conversions.forEach(conversion -> conversion.apply(event));
        } catch (EventException doesNotFit) {
            failureTags.forEach(event::tag);
        }
        return Outcome.UNMATCHED;
    }
}
