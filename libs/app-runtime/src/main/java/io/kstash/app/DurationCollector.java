package io.kstash.app;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Shows a {@link DurationHistogram} to Prometheus. */
record DurationCollector(String name, String description, DurationHistogram durations) implements Collector {
    private static final double MILLIS_IN_SECOND = 1000;

    @Override
    public MetricSnapshot collect() {
        List<Double> bounds = new ArrayList<>();
        for (long bound : DurationHistogram.bounds()) {
            bounds.add(bound / MILLIS_IN_SECOND);
        }
        bounds.add(Double.POSITIVE_INFINITY);
        List<Number> counts = new ArrayList<>();
        for (long count : durations.counts()) {
            counts.add(count);
        }
        return HistogramSnapshot.builder()
                .name(name)
                .help(description)
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, counts))
                        .sum(durations.sum() / MILLIS_IN_SECOND)
                        .build())
                .build();
    }
}
