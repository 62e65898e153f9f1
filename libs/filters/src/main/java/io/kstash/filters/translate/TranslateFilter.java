package io.kstash.filters.translate;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates. As in Logstash an event that a translation does not fit goes on as it is, and only the log tells.
 *
 * @param matchesAlways whether an event has matched without a translation, too
 */
record TranslateFilter(Translator translator, boolean matchesAlways) implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(TranslateFilter.class);
    private static final Outcome MATCHED = new Outcome.Matched(Optional.of(List.of()));

    @Override
    public Outcome filter(Event event) {
        if (!translator.appliesTo(event)) {
            return Outcome.UNMATCHED;
        }
        try {
            return translator.translate(event) || matchesAlways ? MATCHED : Outcome.UNMATCHED;
        } catch (EventException doesNotFit) {
            LOG.atWarn()
                    .addKeyValue("reason", doesNotFit.getMessage())
                    .log("translate could not change an event, which goes on as it is");
            return Outcome.UNMATCHED;
        }
    }
}
