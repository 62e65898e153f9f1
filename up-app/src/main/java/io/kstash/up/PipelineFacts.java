package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a pipeline reads and writes, as the transformer that runs it tells. Outputs whose name depends on the event are not
 * among them: what goes there cannot be known beforehand.
 *
 * @param group the consumer group that reads the input topics
 * @param files absolute
 */
record PipelineFacts(String group, List<String> inputTopics, List<String> outputTopics, List<Path> files) {
    private static final String DEPENDS_ON_EVENT = "%{";

    /** Reads them from the transformer's health. */
    static PipelineFacts of(JsonNode health) {
        return new PipelineFacts(
                health.path("group").asText(),
                texts(health.path("inputTopics")).toList(),
                texts(health.path("outputTopics")).toList(),
                texts(health.path("files"))
                        .map(file -> Path.of(file).toAbsolutePath())
                        .toList());
    }

    /** Where the producers of a run send to. */
    String inputTopic() {
        return inputTopics.get(0);
    }

    /** Whether the transformer tells them already. */
    boolean areKnown() {
        return !group.isEmpty() && !inputTopics.isEmpty();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.contains(DEPENDS_ON_EVENT))
                .distinct();
    }
}
