package io.kstash.transformer.output;

import io.kstash.event.Template;
import io.kstash.plugin.Codec;
import java.util.Map;
import java.util.Optional;

/**
 * A topic to write.
 *
 * @param bootstrapServers the cluster; absent where the pipeline does not say, then it is that of the input
 * @param messageKey where absent, a record keeps the key, headers, timestamp and partition of its source
 * @param clientSettings further settings of the Kafka producer
 */
public record KafkaOutput(
        Optional<String> bootstrapServers,
        Template topic,
        Optional<Template> messageKey,
        Codec codec,
        Map<String, String> clientSettings)
        implements Output {
    /** Without the client settings: among them are passwords. */
    @Override
    public String toString() {
        return "KafkaOutput[" + topic + "]";
    }
}
