package io.kstash.transformer.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kstash.engine.Pipeline;
import io.kstash.event.Event;
import io.kstash.event.JsonReader;
import io.kstash.event.Timestamp;
import io.kstash.language.source.PipelineSource;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String HEAD = "\"@version\":\"1\",\"@timestamp\":\"2026-01-02T03:04:05.000Z\"";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void eachFilterTellsWhatItChanged() {
        explain(
                "filter { mutate { rename => { \"a\" => \"b\" } convert => { \"n\" => \"integer\" } } mutate { } }",
                """
                {"a": {"x": 1}, "n": "7", "deep": {"kept": true}}""");

        assertThat(told()).isEqualTo("""
                {"a":{"x":1},"n":"7","deep":{"kept":true},HEAD}
                p.conf:1:10: mutate
                    - [a] {"x":1}
                    ~ [n] "7" -> 7
                    + [b] {"x":1}
                    took TIME
                p.conf:1:78: mutate
                    changed nothing
                    took TIME
                = {"n":7,"deep":{"kept":true},HEAD,"b":{"x":1}}
                """.replace("HEAD", HEAD));
    }

    @Test
    void theBranchThatIsTakenIsNamedAndTheOutputsAreRendered() {
        explain("""
                filter {
                  if [type] == "a" {
                    drop { }
                  } else if [type] == "b" {
                    mutate { add_field => { "[@metadata][to]" => "topic-%{type}" } }
                  }
                  if [nope] { drop { } }
                  if [nope] { drop { } } else { mutate { } }
                }
                output {
                  kafka { topic_id => "%{[@metadata][to]}" codec => json }
                  if [nope] { stdout { } } else { file { path => "/tmp/%{type}.log" } }
                }""", """
                {"type": "b"}""");

        assertThat(told()).isEqualTo("""
                {"type":"b",HEAD}
                p.conf:4:13: if [type] == "b": yes
                    p.conf:5:5: mutate
                        + [@metadata] {"to":"topic-b"}
                        took TIME
                p.conf:7:3: no condition holds
                p.conf:8:33: else
                    p.conf:8:33: mutate
                        changed nothing
                        took TIME
                = {"type":"b",HEAD,"@metadata":{"to":"topic-b"}}
                    to topic topic-b (p.conf:11:3)
                    to file /tmp/b.log (p.conf:12:35)
                """.replace("HEAD", HEAD));
    }

    @Test
    void eventsThatAFilterMakesAreShown() {
        explain("filter { clone { clones => [\"c\"] ecs_compatibility => disabled } } output { stdout { } }", "{}");

        assertThat(told()).isEqualTo("""
                {HEAD}
                p.conf:1:10: clone
                    1 event has become 2:
                    {HEAD}
                    {HEAD,"type":"c"}
                    took TIME
                = {HEAD}
                    to output-stdout-1 (p.conf:1:77)
                = {HEAD,"type":"c"}
                    to output-stdout-1 (p.conf:1:77)
                """.replace("HEAD", HEAD));
    }

    @Test
    void anEventThatDoesNotComeThroughIsToldWhereItEnds() {
        explain("filter { drop { } mutate { } }", "{}");
        explain("filter { if [a] > 1 { mutate { } } }", "{\"a\": \"x\"}");
        explain("output { if [a] > 1 { stdout { } } }", "{\"a\": \"x\"}");

        assertThat(told()).isEqualTo("""
                {HEAD}
                p.conf:1:10: drop
                    the event is dropped
                    took TIME
                {"a":"x",HEAD}
                a dead letter: p.conf:1:13: condition: Cannot compare "x" with 1
                {"a":"x",HEAD}
                = {"a":"x",HEAD}
                    a dead letter: p.conf:1:13: condition: Cannot compare "x" with 1
                """.replace("HEAD", HEAD));
    }

    private void explain(String text, String json) {
        Explanation explanation = new Explanation(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Pipeline<Input, Output> pipeline = new PipelineLoader(Map.of(), true)
                .check(PipelineSource.of("p.conf", text), explanation)
                .pipeline()
                .orElseThrow();
        explanation.explain(
                pipeline,
                Event.of(fields(json), Timestamp.parse("2026-01-02T03:04:05Z").orElseThrow()));
    }

    @SuppressWarnings("unchecked") // JSON objects have names as keys
    private static Map<String, @Nullable Object> fields(String json) {
        Object value = JsonReader.readFirst(json.getBytes(StandardCharsets.UTF_8));
        return new LinkedHashMap<>((Map<String, @Nullable Object>) value);
    }

    private String told() {
        return printed.toString(StandardCharsets.UTF_8).replaceAll("took \\d+\\.\\d\\d ms", "took TIME");
    }
}
