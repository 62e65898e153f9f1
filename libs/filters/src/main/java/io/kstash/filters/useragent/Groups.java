package io.kstash.filters.useragent;

import io.kstash.regexp.Match;
import org.jspecify.annotations.Nullable;

/** What rules take from the groups of a match. */
final class Groups {
    private Groups() {}

    static @Nullable String notEmpty(Match match, int group) {
        String text = match.group(group);
        return text == null || text.isEmpty() ? null : text;
    }

    /** The first group, or the text in which {@code $1} stands for it. */
    static @Nullable String firstIn(@Nullable String text, Match match) {
        String first = match.group(1);
        return text == null || first == null ? (text == null ? first : text) : text.replace("$1", first);
    }
}
