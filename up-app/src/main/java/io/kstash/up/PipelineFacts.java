package io.kstash.up;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a pipeline reads and writes, as the transformer that runs it tells. Outputs whose name depends on the event are not
 * among them: what goes there cannot be known beforehand.
 *
 * @param group the consumer group that reads the input topics
 * @param files absolute
 * @param deliveries the topic, and the group that follows it, by which events reach the files
 */
record PipelineFacts(String group, List<String> inputTopics, List<Path> files, Optional<String> deliveries) {
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]+");
    private static final String DEPENDS_ON_EVENT = "%{";

    /** Reads them from the transformer's health. */
    static PipelineFacts of(JsonNode health) {
        return new PipelineFacts(
                health.path("group").asText(),
                texts(health.path("inputTopics")).filter(PipelineFacts::isTopic).toList(),
                texts(health.path("files"))
                        .map(file -> Path.of(file).toAbsolutePath())
                        .toList(),
                Optional.of(health.path("deliveries").asText()).filter(PipelineFacts::isTopic));
    }

    /** An input may read a pattern of topics instead. */
    private static boolean isTopic(String name) {
        return TOPIC.matcher(name).matches();
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.contains(DEPENDS_ON_EVENT))
                .distinct();
    }
}
