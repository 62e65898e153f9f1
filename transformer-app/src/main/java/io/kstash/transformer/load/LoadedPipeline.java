package io.kstash.transformer.load;

import io.kstash.engine.Pipeline;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.output.Output;
import java.util.List;

/**
 * A pipeline that is fine.
 *
 * @param name from which the names of the pipeline's own topics are made
 * @param version changes when the text does
 */
public record LoadedPipeline(String name, String version, Pipeline<Input, Output> pipeline) {
    /** The inputs that read Kafka; empty for a pipeline that runs on this machine alone. */
    public List<KafkaInput> kafkaInputs() {
        return pipeline.inputs().stream()
                .map(planned -> planned.input())
                .filter(KafkaInput.class::isInstance)
                .map(KafkaInput.class::cast)
                .toList();
    }
}
