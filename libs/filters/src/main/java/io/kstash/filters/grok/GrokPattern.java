package io.kstash.filters.grok;

import io.kstash.event.Event;
import io.kstash.regexp.Match;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import java.time.Duration;
import java.util.List;

/** One pattern, ready to match. */
record GrokPattern(Regexp regexp, List<Capture> captures) {
    /** Stores what the pattern captures; false where it does not match. */
    boolean match(Subject subject, Duration limit, Event event) {
        Match match = regexp.search(subject, 0, limit);
        if (match == null) {
            return false;
        }
        for (Capture capture : captures) {
            capture.store(match, event);
        }
        return true;
    }
}
