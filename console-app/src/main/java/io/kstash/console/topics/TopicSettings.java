package io.kstash.console.topics;

import io.kstash.console.kafka.KafkaAccess;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** How topics are set up. */
final class TopicSettings {
    private static final String HIDDEN = "(hidden)";

    private TopicSettings() {}

    /** The settings of each topic, by name; nothing of a topic whose settings this user may not see. */
    static Map<String, List<TopicSetting>> of(Admin admin, Collection<String> topics) {
        var asked = admin.describeConfigs(topics.stream()
                        .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                        .toList())
                .values();
        Map<String, List<TopicSetting>> settings = new HashMap<>();
        asked.forEach((topic, answer) -> settings.put(topic.name(), of(answer)));
        return settings;
    }

    private static List<TopicSetting> of(KafkaFuture<Config> answer) {
        try {
            return KafkaAccess.await(answer).entries().stream()
                    .map(TopicSettings::setting)
                    .sorted(Comparator.comparing(TopicSetting::name))
                    .toList();
        } catch (AuthorizationException notAllowed) {
            // Who may read the records may not always see how the topic is set up.
            return List.of();
        }
    }

    private static TopicSetting setting(ConfigEntry entry) {
        return new TopicSetting(
                entry.name(),
                entry.isSensitive() ? HIDDEN : Objects.toString(entry.value(), ""),
                entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG);
    }
}
