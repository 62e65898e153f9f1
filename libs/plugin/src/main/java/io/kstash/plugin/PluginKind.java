package io.kstash.plugin;

import java.util.Locale;

/** Where in a pipeline a plugin stands. */
public enum PluginKind {
    INPUT,
    FILTER,
    OUTPUT,
    CODEC;

    /** As it is written in a pipeline and in messages: {@code filter}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
