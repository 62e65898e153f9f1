package io.kstash.console.web;

import io.javalin.config.RoutesConfig;

/** A part of what the console serves under {@code /api}. Its handlers are called by many threads. */
public interface Api extends AutoCloseable {
    /** Adds its routes to the server. */
    void addTo(RoutesConfig routes);

    /** Ends what runs behind its routes. */
    @Override
    default void close() {}
}
