package io.kstash.transformer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageFailure;
import io.kstash.event.Event;
import io.kstash.event.Timestamp;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.Output;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredPlanTest {
    private static final EventSink NOBODY = new EventSink() {
        @Override
        public void passed(Event event) {}

        @Override
        public void dropped(Event event, String reason) {}

        @Override
        public void failed(Event event, StageFailure failure) {}
    };

    @TempDir
    Path folder;

    @Test
    void thePlanIsATreeWithWhatWentThroughEachPart() throws IOException {
        // given
        Pipeline<Input, Output> pipeline = pipeline("""
                filter {
                  mutate { add_field => { "a" => "1" } }
                  if [id] == 1 { drop { } } else if [id] == 2 { clone { clones => ["c"] } } else { mutate { } }
                }
                """);

        // when
        for (int id = 1; id <= 4; id++) {
            pipeline.filter(event(id), NOBODY);
        }
        JsonNode plan = new ObjectMapper().valueToTree(MeasuredPlan.of(pipeline.filters()));

        // then
        assertThat(plan.at("/0/name").asText()).isEqualTo("mutate");
        assertThat(plan.at("/0/options").asText()).isEqualTo("add_field a => 1");
        assertThat(plan.at("/0/place").asText()).endsWith("p.conf:2:3");
        assertThat(plan.at("/0/in").asInt()).isEqualTo(4);
        assertThat(plan.at("/0/nanos").asLong()).isPositive();
        assertThat(plan.at("/1/arms").findValuesAsText("condition")).containsExactly("[id] == 1", "[id] == 2", "");
        assertThat(plan.at("/1/arms/0/steps/0/in").asInt()).isEqualTo(1);
        assertThat(plan.at("/1/arms/0/steps/0/out").asInt()).isZero();
        assertThat(plan.at("/1/arms/1/steps/0/out").asInt()).isEqualTo(2);
        assertThat(plan.at("/1/arms/2/in").asInt()).isEqualTo(2);
    }

    @Test
    void eachFilterHasMetricsOfItsOwn() throws IOException {
        // given
        Pipeline<Input, Output> pipeline = pipeline("filter { if [id] == 1 { drop { } } mutate { } }");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new StageMetrics(pipeline.filters()).bindTo(registry);

        // when
        pipeline.filter(event(1), NOBODY);

        // then
        assertThat(registry.get("kstash.filter.events.in")
                        .tag("filter", "drop")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("kstash.filter.events.out")
                        .tag("filter", "drop")
                        .functionCounter()
                        .count())
                .isZero();
        assertThat(registry.get("kstash.filter.events.in")
                        .tag("filter", "mutate")
                        .functionCounter()
                        .count())
                .isZero();
    }

    private static Event event(long id) {
        return Event.of(new HashMap<>(Map.of("id", id)), Timestamp.now());
    }

    private Pipeline<Input, Output> pipeline(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("p.conf"), text);
        return new PipelineLoader(Map.of(), true).load(file, new StageMeters()).pipeline();
    }
}
