package io.kstash.filters.useragent;

import org.jspecify.annotations.Nullable;

/** A browser or an operating system, with as much of its version as is known. */
record Software(
        String family,
        @Nullable String major,
        @Nullable String minor,
        @Nullable String patch,
        @Nullable String patchMinor) {}
