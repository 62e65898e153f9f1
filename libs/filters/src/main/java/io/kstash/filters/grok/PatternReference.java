package io.kstash.filters.grok;

import org.jspecify.annotations.Nullable;

/**
 * A place in a pattern that uses another one, as {@code %{NAME:field}} or {@code %{NAME=expression}}.
 *
 * @param pattern the name of the other pattern
 * @param name the same with the field and type behind it, if there are any
 * @param definition what the other pattern is, where it says so; else null
 * @param begin the position of the place
 * @param end the position behind it
 */
record PatternReference(
        String pattern, String name, @Nullable String definition, int begin, int end) {}
