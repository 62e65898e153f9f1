package io.kstash.filters.kv;

import io.kstash.event.EventException;
import io.kstash.regexp.Match;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The regular expression that finds a pair, up to the end of the field that holds it.
 *
 * @param pair its first group is the key, and the first other one that takes part is the value
 * @param valueSplit what is in every text that has pairs
 */
record PairPattern(Regexp pair, Regexp valueSplit) {
    private static final int KEY = 1;

    boolean hasPairs(Subject subject, Deadline deadline) {
        return valueSplit.search(subject, 0, deadline.remaining()) != null;
    }

    @Nullable Match search(Subject subject, int position, Deadline deadline) {
        return pair.search(subject, position, deadline.remaining());
    }

    /** @throws EventException where groups of the pipeline's author hide it */
    static String key(Match match) {
        String key = match.group(KEY);
        if (key == null) {
            throw new EventException("The named groups in the patterns of this filter leave no key");
        }
        return key;
    }

    /** Empty where there is none. */
    static String value(Match match) {
        for (int group = KEY + 1; group <= match.groupCount(); group++) {
            if (match.begin(group) >= 0) {
                return String.valueOf(match.group(group));
            }
        }
        return "";
    }
}
