package io.kstash.filters.xml;

import org.jspecify.annotations.Nullable;

/** A name with or without a prefix. */
record QualifiedName(@Nullable String prefix, String local) {

    @Override
    public String toString() {
        return prefix == null ? local : prefix + ":" + local;
    }
}
