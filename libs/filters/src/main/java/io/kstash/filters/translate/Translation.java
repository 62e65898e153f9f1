package io.kstash.filters.translate;

import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param value the event's own; null where the dictionary says so
 */
record Translation(@Nullable Object value) {}
