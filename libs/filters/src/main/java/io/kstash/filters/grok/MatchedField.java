package io.kstash.filters.grok;

import io.kstash.event.Event;
import io.kstash.event.EventException;
import io.kstash.event.FieldTemplate;
import io.kstash.event.RubyText;
import io.kstash.regexp.Subject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field and the patterns for it.
 *
 * @param breakOnMatch whether the first pattern that matches is the last that is tried
 */
record MatchedField(FieldTemplate field, List<GrokPattern> patterns, boolean breakOnMatch, Timeout timeout) {
    /**
     * Stores what the patterns capture; false where they do not match, or a field cannot be set.
     *
     * @throws io.kstash.regexp.SearchTimeoutException where a pattern takes too long
     */
    boolean match(Event event) {
        try {
            Object value = event.get(field.resolve(event));
            return value instanceof List<?> texts ? matchAny(texts, event) : matchOne(value, event);
        } catch (EventException doesNotFit) {
            return false;
        }
    }

    private boolean matchAny(List<?> texts, Event event) {
        boolean matched = false;
        for (Object text : texts) {
            matched |= matchOne(text, event);
        }
        return matched;
    }

    /** As in Logstash, a missing field is an empty text, and of several patterns that are all tried the last decides. */
    private boolean matchOne(@Nullable Object value, Event event) {
        Subject subject = Subject.of(RubyText.toS(value));
        Supplier<Duration> timeLeft = timeout.start();
        boolean matched = false;
        for (GrokPattern pattern : patterns) {
            matched = pattern.match(subject, timeLeft.get(), event);
            if (matched && breakOnMatch) {
                return true;
            }
        }
        return matched;
    }
}
