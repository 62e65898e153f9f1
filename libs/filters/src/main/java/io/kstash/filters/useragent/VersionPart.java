package io.kstash.filters.useragent;

import io.kstash.regexp.Match;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A part of a version: a group of the pattern, or a text that stands in for it. */
record VersionPart(@Nullable String text, int group) {
    private static final Pattern GROUP = Pattern.compile("\\$([0-9]{1,2})");

    /** What the rule says, which may be a group such as {@code $2}; the group where it says nothing. */
    static VersionPart of(@Nullable String given, int group) {
        Matcher reference = GROUP.matcher(given == null ? "" : given);
        return reference.matches()
                ? new VersionPart(null, Integer.parseInt(reference.group(1)))
                : new VersionPart(given, group);
    }

    @Nullable String in(Match match) {
        return text == null ? match.group(group) : text;
    }
}
