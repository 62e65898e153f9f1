package io.kstash.benchmarks.parts;

import io.kstash.benchmarks.input.Input;
import io.kstash.event.Event;
import org.openjdk.jmh.annotations.Benchmark;

/** Filters, each on a new event with one field; {@link #none} is what making that event costs. */
public class FilterBenchmark extends PartBenchmark {
    private static final String PAIRS = "order=17 status=paid total=122.45 region=eu";

    private final String accessLine = Lines.first(Input.ACCESS);
    private final CompiledPipeline none = CompiledPipeline.ofFilters("");
    private final CompiledPipeline grok = filter("grok { match => { \"message\" => \"%{COMBINEDAPACHELOG}\" } }");
    private final CompiledPipeline grokThatFails =
            filter("grok { match => { \"message\" => \"^%{SYSLOGBASE} %{GREEDYDATA:rest}\" } }");
    private final CompiledPipeline date = filter("date { match => [ \"message\", \"dd/MMM/yyyy:HH:mm:ss Z\" ] }");
    private final CompiledPipeline isoDate = filter("date { match => [ \"message\", \"ISO8601\" ] }");
    private final CompiledPipeline kv = filter("kv { source => \"message\" target => \"order\" }");
    private final CompiledPipeline addField = filter("mutate { add_field => { \"processed_by\" => \"logstash\" } }");
    private final CompiledPipeline convert = filter("mutate { convert => { \"message\" => \"integer\" } }");

    private static CompiledPipeline filter(String filter) {
        return CompiledPipeline.ofFilters("filter { " + filter + " }");
    }

    private static Event run(CompiledPipeline filter, String message) {
        return filter.filter(CompiledPipeline.event("message", message));
    }

    @Benchmark
    public Event none() {
        return run(none, PAIRS);
    }

    @Benchmark
    public Event grok() {
        return run(grok, accessLine);
    }

    @Benchmark
    public Event grokThatFails() {
        return run(grokThatFails, accessLine);
    }

    @Benchmark
    public Event date() {
        return run(date, "02/Jan/2026:03:04:05 +0000");
    }

    @Benchmark
    public Event isoDate() {
        return run(isoDate, "2026-01-02T03:04:05.123Z");
    }

    @Benchmark
    public Event kv() {
        return run(kv, PAIRS);
    }

    @Benchmark
    public Event addField() {
        return run(addField, PAIRS);
    }

    @Benchmark
    public Event convert() {
        return run(convert, "760");
    }
}
