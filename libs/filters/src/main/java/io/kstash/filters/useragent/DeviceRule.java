package io.kstash.filters.useragent;

import io.kstash.regexp.Match;
import io.kstash.regexp.Regexp;
import io.kstash.regexp.Subject;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a device. Its name is the first group of the pattern, except where the rule says.
 *
 * @param name may hold {@code $1} to {@code $9}
 */
record DeviceRule(Regexp pattern, @Nullable String name) implements Rule<String> {
    private static final Pattern GROUP = Pattern.compile("\\$([0-9])");

    @Override
    public @Nullable String match(Subject userAgent) {
        Match match = pattern.search(userAgent, 0);
        if (match == null) {
            return null;
        }
        if (name == null) {
            return match.group(1);
        }
        return name.indexOf('$') < 0 ? name : filled(name, match);
    }

    private static String filled(String name, Match match) {
        return GROUP.matcher(name)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNullElse(match.group(Integer.parseInt(place.group(1))), "")))
                .trim();
    }
}
