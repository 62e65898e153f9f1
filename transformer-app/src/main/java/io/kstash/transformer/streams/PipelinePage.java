package io.kstash.transformer.streams;

import io.kstash.app.DurationHistogram;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.measure.MeasuredPlan;
import io.kstash.transformer.output.FileOutput;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page {@code /pipeline}: the plan with how much went through each part of it, from which the console draws its picture. All
 * counts grow from the start of this process.
 */
final class PipelinePage {
    private PipelinePage() {}

    static Map<String, ?> of(LoadedPipeline loaded, Counters counters) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("name", loaded.name());
        page.put("version", loaded.version());
        page.put("since", counters.since);
        page.put("inputs", inputs(loaded));
        page.put("filters", MeasuredPlan.of(loaded.pipeline().filters()));
        page.put("outputs", outputs(loaded, counters));
        page.put(
                "counts",
                Map.of(
                        "read", counters.read.sum(),
                        "emitted", counters.emitted.sum(),
                        "dropped", counters.dropped.sum(),
                        "notSelected", counters.notSelected.sum(),
                        "deadLetters", counters.deadLetters.sum()));
        page.put(
                "latency",
                Map.of(
                        "boundsMillis",
                        DurationHistogram.bounds(),
                        "counts",
                        counters.latency.latencies().counts()));
        return page;
    }

    private static List<Map<String, ?>> inputs(LoadedPipeline loaded) {
        return loaded.kafkaInputs().stream()
                .map(input -> Map.of("group", input.groupId(), "reads", topics(input)))
                .collect(Collectors.toList());
    }

    private static List<String> topics(KafkaInput input) {
        return Stream.concat(input.topics().stream(), input.topicsPattern().stream())
                .toList();
    }

    private static List<Map<String, ?>> outputs(LoadedPipeline loaded, Counters counters) {
        return loaded.pipeline().outputs().stream()
                .map(output -> output(output, counters))
                .collect(Collectors.toList());
    }

    private static Map<String, ?> output(PlannedOutput<Output> planned, Counters counters) {
        String kind = "other";
        String name = planned.id();
        if (planned.output() instanceof KafkaOutput topic) {
            kind = "topic";
            name = topic.topic().toString();
        } else if (planned.output() instanceof FileOutput file) {
            kind = "file";
            name = file.path().toString();
        }
        return Map.of(
                "kind",
                kind,
                "name",
                name,
                "place",
                planned.span().toString(),
                "conditions",
                planned.conditions(),
                "events",
                counters.toOutput(planned.id()));
    }
}
