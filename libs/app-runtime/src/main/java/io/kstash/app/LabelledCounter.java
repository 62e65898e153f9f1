package io.kstash.app;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.function.Supplier;

/** Shows Prometheus counts that are told apart by a label whose values are not known before. */
record LabelledCounter(String name, String description, String label, Supplier<Map<String, Long>> values)
        implements Collector {
    @Override
    public MetricSnapshot collect() {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(description);
        values.get()
                .forEach((labelled, count) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of(label, labelled))
                        .value(count)
                        .build()));
        return counter.build();
    }
}
