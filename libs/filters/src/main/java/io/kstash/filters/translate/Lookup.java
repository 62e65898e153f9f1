package io.kstash.filters.translate;

import org.jspecify.annotations.Nullable;

/** Finds translations. Thread-safe. */
@FunctionalInterface
interface Lookup {
    /** The translation of a text; null where there is none. */
    @Nullable Translation find(String text);
}
