package io.kstash.filters.useragent;

import io.kstash.regexp.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds browser, operating system and device in the text that a browser sends; the first rule that fits wins. */
record UserAgentParser(List<BrowserRule> browsers, List<SystemRule> systems, List<DeviceRule> devices) {
    private static final String OTHER = "Other";

    UserAgent parse(String userAgent) {
        Software unknown = new Software(OTHER, null, null, null, null);
        Subject subject = Subject.of(userAgent);
        return new UserAgent(
                firstMatch(browsers, subject, unknown),
                firstMatch(systems, subject, unknown),
                firstMatch(devices, subject, OTHER));
    }

    private static <T> T firstMatch(List<? extends Rule<T>> rules, Subject userAgent, T unknown) {
        for (Rule<T> rule : rules) {
            @Nullable T match = rule.match(userAgent);
            if (match != null) {
                return match;
            }
        }
        return unknown;
    }
}
