package io.kstash.benchmarks.parts;

import io.kstash.benchmarks.input.Input;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Template;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;

/** Fields: read, write, and fill templates from them. */
public class FieldBenchmark extends PartBenchmark {
    private final FieldReference top = FieldReference.of("level");
    private final FieldReference nested = FieldReference.of("[user][id]");
    private final FieldReference added = FieldReference.of("added");
    private final Template constant = Template.of("logstash");
    private final Template field = Template.of("%{level}");
    private final Template mixed = Template.of("%{service}: %{[user][id]}");
    private final Template date = Template.of("logs-%{+yyyy.MM.dd}");
    private final Event event = new CompiledPipeline("json", "", "[@timestamp]")
            .decode(Lines.first(Input.APP).getBytes(StandardCharsets.UTF_8));

    @Benchmark
    public @Nullable Object get() {
        return event.get(top);
    }

    @Benchmark
    public @Nullable Object getNested() {
        return event.get(nested);
    }

    @Benchmark
    public @Nullable Object setAndRemove() {
        event.set(added, "value");
        return event.remove(added);
    }

    @Benchmark
    public String sprintfConstant() {
        return constant.render(event);
    }

    @Benchmark
    public String sprintfField() {
        return field.render(event);
    }

    @Benchmark
    public String sprintfMixed() {
        return mixed.render(event);
    }

    @Benchmark
    public String sprintfDate() {
        return date.render(event);
    }
}
