package io.kstash.transformer.input;

import io.kstash.plugin.Codec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Topics to read.
 *
 * @param bootstrapServers the cluster
 * @param topics empty where there is a pattern
 * @param topicsPattern a regular expression of topic names
 * @param groupId the consumer group, and the application id of Kafka Streams
 * @param autoOffsetReset where a group without offsets starts: earliest, latest or none; Kafka's default where absent
 * @param threads how many threads work on the partitions
 * @param clientSettings further settings of the Kafka consumer
 */
public record KafkaInput(
        String bootstrapServers,
        List<String> topics,
        Optional<String> topicsPattern,
        String groupId,
        Optional<String> autoOffsetReset,
        int threads,
        Codec codec,
        KafkaMetadata metadata,
        Map<String, String> clientSettings)
        implements Input {
    /** Whether it reads a topic of this name. */
    public boolean reads(String topic) {
        return topics.contains(topic)
                || topicsPattern.filter(pattern -> topic.matches(pattern)).isPresent();
    }

    /** Without the client settings: among them are passwords. */
    @Override
    public String toString() {
        return "KafkaInput[" + topics + "]";
    }
}
