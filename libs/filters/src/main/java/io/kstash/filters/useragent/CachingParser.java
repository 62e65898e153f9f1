package io.kstash.filters.useragent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the user agents that came last: the same ones come again and again, and parsing one tries hundreds of regular
 * expressions. Thread-safe.
 */
final class CachingParser {
    private final UserAgentParser parser;
    private final Map<String, UserAgent> recent;

    CachingParser(UserAgentParser parser, int size) {
        this.parser = parser;
        this.recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, UserAgent> eldest) {
                return size() > size;
            }
        });
    }

    UserAgent parse(String userAgent) {
        UserAgent known = recent.get(userAgent);
        if (known != null) {
            return known;
        }
        UserAgent parsed = parser.parse(userAgent);
        recent.put(userAgent, parsed);
        return parsed;
    }
}
