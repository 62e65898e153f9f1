package io.kstash.benchmarks.parts;

import io.kstash.engine.EventSink;
import io.kstash.engine.Pipeline;
import io.kstash.engine.StageFailure;
import io.kstash.event.Event;
import io.kstash.event.FieldReference;
import io.kstash.event.Timestamp;
import io.kstash.language.source.PipelineSource;
import io.kstash.plugin.Decoder;
import io.kstash.plugin.Encoder;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.PipelineLoader;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A pipeline in the transformer's own engine, without Kafka. Events come in and out one by one; for one thread. */
final class CompiledPipeline implements EventSink {
    private static final Timestamp TIME =
            Timestamp.parse("2026-01-02T03:04:05Z").orElseThrow();

    private final Pipeline<Input, Output> pipeline;
    private final Decoder decoder;
    private final Encoder encoder;
    private Event last = Event.at(TIME);

    /**
     * Compiles it.
     *
     * @param codec of the input; the output's is json
     * @param filters {@code filter { ... }}, or nothing
     * @param condition that sends an event to the output
     */
    CompiledPipeline(String codec, String filters, String condition) {
        String text = """
                input { kafka { topics => ["in"] codec => %s { ecs_compatibility => disabled } } }
                %s
                output { if %s { kafka { topic_id => "out" codec => json } } }
                """.formatted(codec, filters, condition);
        pipeline = new PipelineLoader(Map.of(), true)
                .check(PipelineSource.of("benchmark", text))
                .pipeline()
                .orElseThrow();
        decoder = ((KafkaInput) pipeline.inputs().get(0).input()).codec().newDecoder();
        encoder = ((KafkaOutput) pipeline.outputs().get(0).output()).codec().newEncoder();
    }

    /** Compiles one of filters alone, for events that are not decoded. */
    static CompiledPipeline ofFilters(String filters) {
        return new CompiledPipeline("json", filters, "[@timestamp]");
    }

    /** The one event of a payload. */
    Event decode(byte[] payload) {
        decoder.decode(payload, TIME, event -> last = event);
        return last;
    }

    /** An event with one field. */
    static Event event(String field, Object value) {
        Event event = Event.at(TIME);
        event.set(FieldReference.of(field), value);
        return event;
    }

    /** What comes out of the filters: always one event. */
    Event filter(Event event) {
        pipeline.filter(event, this);
        return last;
    }

    /** Whether the condition of the output holds. */
    boolean isSelected(Event event) {
        return !pipeline.router().route(event).isEmpty();
    }

    byte[] encode(Event event) {
        return encoder.encode(event);
    }

    @Override
    public void passed(Event event) {
        last = event;
    }

    @Override
    public void dropped(Event event, String reason) {
        throw new IllegalStateException("Dropped: " + new String(encode(event), StandardCharsets.UTF_8));
    }

    @Override
    public void failed(Event event, StageFailure failure) {
        throw new IllegalStateException(failure.describe());
    }
}
