package io.kstash.app;

/** Asked for each request to {@code /health}, by a thread of the HTTP server. */
@FunctionalInterface
public interface HealthCheck {
    Health check();
}
