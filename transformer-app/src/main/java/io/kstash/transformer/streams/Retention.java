package io.kstash.transformer.streams;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long Kafka keeps what a pipeline tells of its work: its dead letters, for example.
 *
 * @param time counted from when it was told, however old the record is that it tells of
 * @param explicit whether somebody asked for it: then topics that are there are changed, too
 */
public record Retention(Duration time, boolean explicit) {
    /** Of topics that are created while nobody asks for another. */
    public static final Retention DEFAULT = new Retention(Duration.ofDays(30), false);

    /** For a topic that is created. */
    Map<String, String> topicSettings() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG,
                milliseconds(),
                // With the timestamps of old records, Kafka would delete their dead letters at once.
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime");
    }

    /** As Kafka has it. */
    String milliseconds() {
        return Long.toString(time.toMillis());
    }
}
