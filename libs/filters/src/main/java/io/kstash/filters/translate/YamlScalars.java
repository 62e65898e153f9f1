package io.kstash.filters.translate;

import org.jspecify.annotations.Nullable;

/** What a text stands for that is neither in quotes nor tagged. */
@FunctionalInterface
interface YamlScalars {
    @Nullable Object valueOf(String text);
}
