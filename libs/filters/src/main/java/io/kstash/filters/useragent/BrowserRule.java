package io.kstash.filters.useragent;

import io.kstash.regexp.Match;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a browser. Its family and version are the groups of the pattern, in order, except where the rule says.
 *
 * @param family may hold {@code $1}
 */
record BrowserRule(
        Regexp pattern,
        @Nullable String family,
        @Nullable String major,
        @Nullable String minor) implements Rule<Software> {
    @Override
    public @Nullable Software match(Subject userAgent) {
        Match match = pattern.search(userAgent, 0);
        if (match == null) {
            return null;
        }
        String name = Groups.firstIn(family, match);
        return name == null ? null : software(name, match);
    }

    private Software software(String name, Match match) {
        String majorFound = major == null ? Groups.notEmpty(match, 2) : major;
        return minor == null
                ? new Software(
                        name,
                        majorFound,
                        Groups.notEmpty(match, 3),
                        Groups.notEmpty(match, 4),
                        Groups.notEmpty(match, 5))
                : new Software(name, majorFound, minor, null, null);
    }
}
