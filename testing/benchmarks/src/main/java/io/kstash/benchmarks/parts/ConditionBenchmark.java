package io.kstash.benchmarks.parts;

import io.kstash.benchmarks.input.Input;
import io.kstash.event.Event;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;

/** Conditions, each as that of an output. */
public class ConditionBenchmark extends PartBenchmark {
    private final CompiledPipeline presence = selecting("[level]");
    private final CompiledPipeline equality = selecting("[level] == \"ERROR\"");
    private final CompiledPipeline order = selecting("[user][id] >= 500");
    private final CompiledPipeline membership = selecting("[level] in [\"WARN\", \"ERROR\"]");
    private final CompiledPipeline match = selecting("[message] =~ /status=(paid|sent)/");
    private final Event event = presence.decode(Lines.first(Input.APP).getBytes(StandardCharsets.UTF_8));

    private static CompiledPipeline selecting(String condition) {
        return new CompiledPipeline("json", "", condition);
    }

    @Benchmark
    public boolean presence() {
        return presence.isSelected(event);
    }

    @Benchmark
    public boolean equality() {
        return equality.isSelected(event);
    }

    @Benchmark
    public boolean order() {
        return order.isSelected(event);
    }

    @Benchmark
    public boolean membership() {
        return membership.isSelected(event);
    }

    @Benchmark
    public boolean match() {
        return match.isSelected(event);
    }
}
