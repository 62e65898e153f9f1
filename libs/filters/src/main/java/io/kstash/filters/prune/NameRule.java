package io.kstash.filters.prune;

import io.kstash.event.Event;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import java.util.List;

/**
 * Goes by the names of fields.
 *
 * @param removesMatching whether the fields go whose names match any of the patterns, or all others
 */
record NameRule(List<PatternSource> patterns, boolean removesMatching) implements Rule {
    @Override
    public void collect(Event event, Removals removals) {
        List<Regexp> current =
                patterns.stream().map(pattern -> pattern.of(event)).toList();
        for (String name : event.fields().keySet()) {
            if (matchesAny(current, name) == removesMatching) {
                removals.remove(name);
            }
        }
    }

    private static boolean matchesAny(List<Regexp> patterns, String name) {
        Subject subject = Subject.of(name);
        for (Regexp pattern : patterns) {
            if (pattern.find(subject)) {
                return true;
            }
        }
        return false;
    }
}
