package io.kstash.app;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Nobody asked. */
record NoMonitoring() implements Monitoring {
    @Override
    public void gauge(String name, String description, LongSupplier value) {}

    @Override
    public void counter(String name, String description, LongSupplier value) {}

    @Override
    public void counters(String name, String description, String label, Supplier<Map<String, Long>> values) {}

    @Override
    public void histogram(String name, String description, DurationHistogram durations) {}

    @Override
    public void page(String path, Supplier<Map<String, ?>> content) {}

    @Override
    public void bind(Supplier<MeterBinder> binder) {}

    @Override
    public void close() {}
}
