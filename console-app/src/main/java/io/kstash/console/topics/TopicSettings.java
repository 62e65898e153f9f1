package io.kstash.console.topics;

import io.kstash.console.kafka.KafkaAccess;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** How topics are set up, as far as it differs from what all topics have. */
final class TopicSettings {
    private static final String HIDDEN = "(hidden)";

    private TopicSettings() {}

    /** The changed settings of each topic; nothing of a topic whose settings this user may not see. */
    static Map<String, Map<String, String>> changed(Admin admin, Collection<String> topics) {
        var asked = admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList())
                .values();
        Map<String, Map<String, String>> changed = new HashMap<>();
        asked.forEach((topic, answer) -> changed.put(topic.name(), changed(answer)));
        return changed;
    }

    private static Map<String, String> changed(KafkaFuture<Config> answer) {
        Map<String, String> settings = new TreeMap<>();
        try {
            for (ConfigEntry entry : KafkaAccess.await(answer).entries()) {
                if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                    settings.put(entry.name(), entry.isSensitive() ? HIDDEN : Objects.toString(entry.value(), ""));
                }
            }
        } catch (AuthorizationException notAllowed) {
            // Who may read the records may not always see how the topic is set up.
        }
        return settings;
    }
}
