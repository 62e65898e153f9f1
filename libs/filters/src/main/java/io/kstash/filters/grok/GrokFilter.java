package io.kstash.filters.grok;

import io.kstash.event.Event;
import io.kstash.plugin.Filter;
import io.kstash.plugin.Outcome;
import io.kstash.regexp.SearchTimeoutException;
import java.util.List;

/** Matches fields with their patterns: the first field that matches, or all, as {@code break_on_match} says. */
record GrokFilter(List<MatchedField> fields, boolean breakOnMatch, List<String> failureTags, String timeoutTag)
        implements Filter {
    @Override
    public Outcome filter(Event event) {
        try {
            if (matchFields(event)) {
                return Outcome.MATCHED;
            }
            failureTags.forEach(event::tag);
        } catch (SearchTimeoutException tooLong) {
            return new Outcome.TimedOut(timeoutTag, String.valueOf(tooLong.getMessage()));
        }
        return Outcome.UNMATCHED;
    }

    private boolean matchFields(Event event) {
        boolean matched = false;
        for (MatchedField field : fields) {
            if (field.match(event)) {
                matched = true;
                if (breakOnMatch) {
                    break;
                }
            }
        }
        return matched;
    }
}
