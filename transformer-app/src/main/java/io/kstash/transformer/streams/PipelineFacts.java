package io.kstash.transformer.streams;

import io.kstash.engine.PlannedOutput;
import io.kstash.transformer.input.KafkaInput;
import io.kstash.transformer.load.LoadedPipeline;
import io.kstash.transformer.output.FilePaths;
import io.kstash.transformer.output.KafkaOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a pipeline reads and writes, for people and for {@code /health}. Names that depend on the event stand as they are
 * written.
 */
record PipelineFacts(
        String group, List<String> inputTopics, List<String> outputTopics, List<String> files, OwnTopics ownTopics) {
    static PipelineFacts of(LoadedPipeline loaded, Map<String, FilePaths> paths) {
        List<KafkaInput> inputs = loaded.kafkaInputs();
        return new PipelineFacts(
                inputs.get(0).groupId(),
                inputs.stream()
                        .flatMap(input -> Stream.concat(input.topics().stream(), input.topicsPattern().stream()))
                        .distinct()
                        .toList(),
                outputs(loaded, KafkaOutput.class)
                        .map(output -> output.topic().toString())
                        .distinct()
                        .toList(),
                paths.values().stream().map(FilePaths::toString).distinct().toList(),
                OwnTopics.of(loaded.name()));
    }

    /** For {@code /health}, which up-app reads to know what to wait for and what to count. */
    Map<String, ?> details(Counters counters) {
        return Map.of(
                "group",
                group,
                "inputTopics",
                inputTopics,
                "outputTopics",
                outputTopics,
                "files",
                files,
                "deliveries",
                ownTopics.deliveries(),
                "deadLetterTopic",
                ownTopics.deadLetters(),
                "ledger",
                ownTopics.ledger(),
                "deadLetters",
                counters.deadLetters.sum(),
                "dropped",
                counters.dropped.sum());
    }

    /** In one line. */
    String summary() {
        return "reads " + String.join(", ", inputTopics) + " as group " + group
                + named(", writes topic ", outputTopics) + named(", writes file ", files)
                + "; what cannot be worked on goes to topic " + ownTopics.deadLetters();
    }

    private static String named(String what, List<String> names) {
        return names.isEmpty() ? "" : what + String.join(", ", names);
    }

    private static <T> Stream<T> outputs(LoadedPipeline loaded, Class<T> type) {
        return loaded.pipeline().outputs().stream()
                .map(PlannedOutput::output)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
