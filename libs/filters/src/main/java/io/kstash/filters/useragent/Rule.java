package io.kstash.filters.useragent;

import io.kstash.regexp.Subject;
import org.jspecify.annotations.Nullable;

/** One of the many patterns for user agents. Thread-safe. */
interface Rule<T> {
    /** What the user agent says of itself; null where the rule is about others. */
    @Nullable T match(Subject userAgent);
}
