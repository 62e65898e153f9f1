package io.kstash.filters.useragent;

import io.kstash.regexp.Match;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes an operating system. Its family and version are the groups of the pattern, in order, except where the rule
 * says.
 *
 * @param family may hold {@code $1}
 */
record SystemRule(Regexp pattern, @Nullable String family, VersionPart major, VersionPart minor, VersionPart patch)
        implements Rule<Software> {
    private static final VersionPart PATCH_MINOR = VersionPart.of(null, 5);

    @Override
    public @Nullable Software match(Subject userAgent) {
        Match match = pattern.search(userAgent, 0);
        if (match == null) {
            return null;
        }
        String name = Groups.firstIn(family, match);
        return name == null
                ? null
                : new Software(name, major.in(match), minor.in(match), patch.in(match), PATCH_MINOR.in(match));
    }
}
