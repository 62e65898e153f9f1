package io.kstash.transformer.load;

import io.kstash.engine.Pipeline;
import io.kstash.engine.PlannedInput;
import io.kstash.engine.PlannedOutput;
import io.kstash.language.diagnostic.Diagnostic;
import io.kstash.transformer.input.Input;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.output.KafkaOutput;
import io.kstash.transformer.output.Output;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a pipeline has to keep to as a whole, beyond each plugin's own options. */
final class PipelineRules {
    private final boolean oneCluster;

    PipelineRules(boolean oneCluster) {
        this.oneCluster = oneCluster;
    }

    void check(Pipeline<Input, Output> pipeline, Consumer<Diagnostic> problems) {
        List<PlannedInput<Input>> kafkaInputs = pipeline.inputs().stream()
                .filter(planned -> planned.input() instanceof KafkaInput)
                .toList();
        checkKinds(pipeline, kafkaInputs, problems);
        checkTopics(kafkaInputs, problems);
        if (!oneCluster && !kafkaInputs.isEmpty()) {
            checkClusters(pipeline, kafkaInputs, problems);
        }
    }

    /** Exactly once holds between topics: another source in the same pipeline would break that promise in silence. */
    private static void checkKinds(
            Pipeline<Input, Output> pipeline, List<PlannedInput<Input>> kafkaInputs, Consumer<Diagnostic> problems) {
        if (!kafkaInputs.isEmpty()) {
            pipeline.inputs().stream()
                    .filter(planned -> !(planned.input() instanceof KafkaInput))
                    .forEach(
                            planned -> problems.accept(
                                    Diagnostic.error(
                                            planned.span(),
                                            "a pipeline reads either Kafka or this machine; put this input into a pipeline of its own")));
        }
    }

    private static void checkTopics(List<PlannedInput<Input>> kafkaInputs, Consumer<Diagnostic> problems) {
        Set<String> seen = new HashSet<>();
        for (PlannedInput<Input> planned : kafkaInputs) {
            KafkaInput input = (KafkaInput) planned.input();
            for (String topic : input.topics()) {
                if (!seen.add(input.groupId() + "/" + topic)) {
                    problems.accept(Diagnostic.error(
                            planned.span(),
                            "topic '" + topic + "' is read twice by group '" + input.groupId()
                                    + "'; name it once, or give this input a group_id of its own"));
                }
            }
        }
    }

    private static void checkClusters(
            Pipeline<Input, Output> pipeline, List<PlannedInput<Input>> kafkaInputs, Consumer<Diagnostic> problems) {
        Set<String> clusters = new HashSet<>();
        kafkaInputs.forEach(planned -> clusters.add(((KafkaInput) planned.input()).bootstrapServers()));
        for (PlannedOutput<Output> planned : pipeline.outputs()) {
            if (planned.output() instanceof KafkaOutput output
                    && output.bootstrapServers().isPresent()
                    && !clusters.equals(Set.of(output.bootstrapServers().get()))) {
                problems.accept(Diagnostic.error(
                        planned.span(),
                        "kafka output on another cluster ("
                                + output.bootstrapServers().get() + ") than the input ("
                                + String.join(", ", clusters)
                                + "): no transaction spans two; mirror the topic, for example with MirrorMaker"));
            }
        }
    }
}
