package io.kstash.transformer.measure;

import io.kstash.engine.BranchStage;
import io.kstash.engine.ObservedStage;
import io.kstash.engine.Stage;
import io.kstash.engine.StageSequence;
import io.kstash.engine.Step;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The meters of each filter for Prometheus, named by the filter and its place in the pipeline. */
public record StageMetrics(Stage section) implements MeterBinder {
    private static final double NANOS_IN_SECOND = 1e9;

    @Override
    public void bindTo(MeterRegistry registry) {
        bind(section, registry);
    }

    private static void bind(Stage stage, MeterRegistry registry) {
        if (stage instanceof StageSequence sequence) {
            sequence.stages().forEach(each -> bind(each, registry));
        } else if (stage instanceof BranchStage branch) {
            branch.ways().forEach(each -> bind(each, registry));
        } else if (stage instanceof ObservedStage observed && observed.observer() instanceof StageMeters meters) {
            if (observed.step().kind() == Step.Kind.FILTER) {
                register(observed.step(), meters.of(observed.step()), registry);
            }
            bind(observed.stage(), registry);
        }
    }

    private static void register(Step step, StageMeter meter, MeterRegistry registry) {
        Tags tags = Tags.of("filter", step.text(), "place", step.span().toString());
        FunctionCounter.builder("kstash.filter.events.in", meter, StageMeter::in)
                .description("Events that came to the filter")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("kstash.filter.events.out", meter, StageMeter::out)
                .description("Events that left the filter")
                .tags(tags)
                .register(registry);
        Gauge.builder("kstash.filter.seconds", meter, filter -> filter.nanosAnEvent() / NANOS_IN_SECOND)
                .description("What an event takes in the mean, of one call in 32")
                .tags(tags)
                .register(registry);
    }
}
