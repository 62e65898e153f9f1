package io.kstash.transformer.client;

import io.kstash.app.AppException;
import io.kstash.app.FailedException;
import io.kstash.app.KafkaClientSettings;
import io.kstash.app.KafkaRefusal;
import io.kstash.app.TopicCreator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Asks Kafka about topics and has it make them. What Kafka refuses is a {@link FailedException} that names the topic and,
 * where one is missing, the right. Thread-safe.
 */
public final class TopicAdmin implements AutoCloseable {
    private final KafkaClientSettings client;
    private final Admin admin;
    private final TopicCreator topics;

    public TopicAdmin(KafkaClientSettings client) {
        this.client = client;
        this.admin = Admin.create(client.admin());
        this.topics = new TopicCreator(admin);
    }

    /**
     * The topic, if it exists.
     *
     * @param operation for which it is looked at: whoever has that right may look, too
     */
    public Optional<TopicDescription> find(String name, String operation) {
        try {
            return topics.find(name);
        } catch (ExecutionException failed) {
            throw cannot("describe", operation, name, failed);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /**
     * The topic, which is created unless it is there: whoever may only write needs no right to create it then.
     *
     * @param partitions how many it gets, and settings which, where it is created
     */
    public TopicDescription ensure(String name, int partitions, Map<String, String> settings) {
        return find(name, "Write").orElseGet(() -> create(name, partitions, settings));
    }

    private TopicDescription create(String name, int partitions, Map<String, String> settings) {
        try {
            return topics.create(new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(settings));
        } catch (ExecutionException failed) {
            throw cannot("create", "Create", name, failed);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** A setting of a topic that exists, such as {@code retention.ms}, be it the topic's own or the broker's. */
    public String setting(String topic, String setting) {
        return settings(topic).get(setting).value();
    }

    /** All settings of a topic that exists, those of the broker, too. */
    public Config settings(String topic) {
        try {
            return only(admin.describeConfigs(List.of(resource(topic))).all());
        } catch (ExecutionException failed) {
            throw cannot("describe", "DescribeConfigs", topic, failed);
        }
    }

    /** Changes settings of a topic. */
    public void set(String topic, Map<String, String> settings) {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        try {
            await(admin.incrementalAlterConfigs(Map.of(resource(topic), changes))
                    .all());
        } catch (ExecutionException failed) {
            String names = settings.keySet().stream().sorted().collect(Collectors.joining(", "));
            throw cannot("change " + names + " of", "AlterConfigs", topic, failed);
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** The one answer to a question about one thing. */
    private static <T> T only(KafkaFuture<? extends Map<?, T>> answer) throws ExecutionException {
        return await(answer).values().iterator().next();
    }

    private static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private static FailedException interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new FailedException("Interrupted while asking Kafka", stopped);
    }

    /** @param operation the right that is lacking if Kafka refuses the request */
    private AppException cannot(String verb, String operation, String topic, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return KafkaRefusal.of(client, operation)
                .explain(cause, topic)
                .orElseGet(() ->
                        new FailedException("Cannot " + verb + " topic " + topic + ": " + cause.getMessage(), cause));
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO); // All answers are here.
    }
}
