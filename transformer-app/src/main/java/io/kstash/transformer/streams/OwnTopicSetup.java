package io.kstash.transformer.streams;

import io.kstash.app.AppException;
import io.kstash.transformer.client.TopicAdmin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Creates the topics that a pipeline has for itself so that Kafka deletes nothing from them before its time. One that is there,
 * made by somebody or by a former version, is made so where that is allowed; what somebody set there on purpose stays, and is
 * warned of.
 */
final class OwnTopicSetup {
    private static final String UNLIMITED = "-1";

    /** A dead letter or an encoded event is somewhat larger than the record of which it was made. */
    private static final Map<String, String> LARGE_RECORDS =
            Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(32 * 1024 * 1024));

    /** What is written of old records is new: with their timestamps it would be deleted at once. */
    private static final Map<String, String> DELETED_BY_ITS_OWN_AGE = Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime",
            TopicConfig.RETENTION_BYTES_CONFIG,
            UNLIMITED,
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE);

    private final TopicDirectory topics;
    private final TopicAdmin admin;
    private final Consumer<String> messages;

    /** @param messages takes warnings for people */
    OwnTopicSetup(TopicDirectory topics, TopicAdmin admin, Consumer<String> messages) {
        this.topics = topics;
        this.admin = admin;
        this.messages = messages;
    }

    /** A topic in which people look for what happened. */
    void ensureKept(String topic, Retention retention) {
        Map<String, String> time = Map.of(TopicConfig.RETENTION_MS_CONFIG, retention.milliseconds());
        create(topic, DELETED_BY_ITS_OWN_AGE, time);
        require(topic, DELETED_BY_ITS_OWN_AGE, "Kafka may delete what it tells before its time");
        if (retention.explicit() && !differing(topic, time).isEmpty()) {
            admin.set(topic, time);
        }
    }

    /** The topic of what is to be delivered, which has all the time that it takes: what was delivered is deleted by kstash. */
    void ensureDeliveries(String topic) {
        Map<String, String> needed = new HashMap<>(DELETED_BY_ITS_OWN_AGE);
        needed.put(TopicConfig.RETENTION_MS_CONFIG, UNLIMITED);
        create(topic, needed, Map.of());
        require(topic, needed, "Kafka may delete lines before they are delivered");
    }

    private void create(String topic, Map<String, String> needed, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(LARGE_RECORDS);
        settings.putAll(needed);
        settings.putAll(more);
        topics.ensure(topic, settings);
    }

    private void require(String topic, Map<String, String> needed, String danger) {
        List<ConfigEntry> differing = differing(topic, needed);
        List<ConfigEntry> decided = differing.stream()
                .filter(setting -> setting.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .toList();
        List<ConfigEntry> defaults =
                differing.stream().filter(setting -> !decided.contains(setting)).toList();
        if (!decided.isEmpty()) {
            messages.accept("Warning: topic " + topic + " has " + present(decided) + ": " + danger
                    + ". Somebody set that, so it stays; this changes it: kafka-configs.sh --alter --entity-type topics"
                    + " --entity-name " + topic + " --add-config " + text(wanted(decided, needed)));
        }
        if (!defaults.isEmpty()) {
            change(topic, wanted(defaults, needed), present(defaults) + ": " + danger);
        }
    }

    private void change(String topic, Map<String, String> settings, String otherwise) {
        try {
            admin.set(topic, settings);
        } catch (AppException refused) {
            messages.accept("Warning: " + refused.getMessage() + ". Until its settings are " + text(settings)
                    + " it has " + otherwise);
        }
    }

    private List<ConfigEntry> differing(String topic, Map<String, String> needed) {
        return admin.settings(topic).entries().stream()
                .filter(setting -> needed.containsKey(setting.name()))
                .filter(setting -> !setting.value().equals(needed.get(setting.name())))
                .toList();
    }

    private static Map<String, String> wanted(List<ConfigEntry> settings, Map<String, String> needed) {
        Map<String, String> wanted = new TreeMap<>(needed);
        wanted.keySet().retainAll(settings.stream().map(ConfigEntry::name).toList());
        return wanted;
    }

    private static String present(List<ConfigEntry> settings) {
        return text(settings.stream().collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)));
    }

    private static String text(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining(","));
    }
}
