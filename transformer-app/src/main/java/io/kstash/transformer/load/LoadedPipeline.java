package io.kstash.transformer.load;

import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.client.ClientOptions;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

    /**
     * What the kafka plugins say of security. It holds for all clients of a cluster: one cluster, one user.
     *
     * @param inputs that read the cluster
     * @throws io.kstash.app.UsageException where two plugins differ
     */
    public Map<String, String> security(Collection<KafkaInput> inputs) {
        List<Map<String, String>> given = new ArrayList<>();
        inputs.forEach(input -> given.add(input.clientSettings()));
        for (PlannedOutput<Output> planned : pipeline.outputs()) {
            if (planned.output() instanceof KafkaOutput output) {
                given.add(output.clientSettings());
            }
        }
        return ClientOptions.security(given);
    }
}
