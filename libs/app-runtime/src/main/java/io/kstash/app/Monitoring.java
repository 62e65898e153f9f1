package io.kstash.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Where an app registers what can be observed of it. Thread-safe. Suppliers are asked by a thread of the HTTP server. */
public sealed interface Monitoring extends AutoCloseable permits HttpMonitoring, NoMonitoring {
    /** A number that goes up and down; {@code name} in Micrometer's form, such as {@code kstash.lag}. */
    void gauge(String name, String description, LongSupplier value);

    /** A number that only grows. */
    void counter(String name, String description, LongSupplier value);

    /**
     * Numbers that only grow, told apart by a label.
     *
     * @param name as Prometheus has it, without {@code _total}: {@code kstash_events_dropped}
     * @param values by the label's value; few, and none goes away
     */
    void counters(String name, String description, String label, Supplier<Map<String, Long>> values);

    /** Durations, as Prometheus has them: a histogram in seconds. */
    void histogram(String name, String description, DurationHistogram durations);

    /**
     * A page of JSON beside {@code /health} and {@code /metrics}.
     *
     * @param content JSON values: maps, lists, texts, numbers
     */
    void page(String path, Supplier<Map<String, ?>> content);

    /**
     * A Micrometer binder, for example {@code () -> new KafkaClientMetrics(consumer)}. It is supplied so that Micrometer is
     * not even loaded when nobody asks for metrics.
     */
    void bind(Supplier<MeterBinder> binder);

    /** Stops serving. */
    @Override
    void close();
}
