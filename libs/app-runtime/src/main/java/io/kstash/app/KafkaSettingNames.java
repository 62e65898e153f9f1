package io.kstash.app;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings that Kafka's clients and Kafka Streams have, and how an environment variable spells them. */
public final class KafkaSettingNames {
    /** Begins the name of an environment variable that is a setting of Kafka's clients. */
    static final String VARIABLE_PREFIX = "KSTASH_KAFKA_";

    /** Streams hands a setting with such a prefix to one of its clients. */
    private static final List<String> STREAMS_PREFIXES =
            List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.");

    /** Of Streams alone, whose jar only the transformer has. */
    private static final String STREAMS_NAMES = """
            acceptable.recovery.lag allow.os.group.write.access application.id application.server
            buffered.records.per.partition built.in.metrics.version cache.max.bytes.buffering commit.interval.ms
            default.client.supplier default.deserialization.exception.handler default.dsl.store default.key.serde
            default.list.key.serde.inner default.list.key.serde.type default.list.value.serde.inner
            default.list.value.serde.type default.production.exception.handler default.timestamp.extractor
            default.value.serde deserialization.exception.handler dsl.store.format dsl.store.suppliers.class
            ensure.explicit.internal.resource.naming errors.dead.letter.queue.topic.name log.summary.interval.ms
            max.task.idle.ms max.warmup.replicas num.standby.replicas num.stream.threads poll.ms
            probing.rebalance.interval.ms processing.exception.handler processing.exception.handler.global.enabled
            processing.guarantee processor.wrapper.class production.exception.handler
            rack.aware.assignment.non_overlap_cost rack.aware.assignment.strategy rack.aware.assignment.tags
            rack.aware.assignment.traffic_cost repartition.purge.interval.ms replication.factor rocksdb.config.setter
            state.cleanup.delay.ms state.cleanup.dir.max.age.ms state.dir statestore.cache.max.bytes
            task.assignor.class task.timeout.ms topology.optimization upgrade.from window.size.ms
            windowed.inner.class.serde windowstore.changelog.additional.retention.ms
            """;

    private static final Set<String> NAMES = names();
    private static final Map<String, String> NAMES_BY_VARIABLE = namesByVariable();

    private KafkaSettingNames() {}

    /** Whether a client or Streams has this setting; plug-ins of theirs may have others. */
    public static boolean isKnown(String name) {
        return NAMES.contains(name)
                || STREAMS_PREFIXES.stream()
                        .anyMatch(prefix -> name.startsWith(prefix) && NAMES.contains(name.substring(prefix.length())));
    }

    /** The known setting that somebody probably meant. */
    static Optional<String> nearest(String name) {
        return NearestName.of(name, NAMES);
    }

    /** The setting that an environment variable stands for, if there is one. */
    static Optional<String> ofVariable(String variable) {
        String rest = variable.substring(VARIABLE_PREFIX.length());
        return Optional.ofNullable(NAMES_BY_VARIABLE.get(rest))
                .or(() -> STREAMS_PREFIXES.stream()
                        .filter(prefix -> rest.startsWith(spelled(prefix)))
                        .filter(prefix -> NAMES_BY_VARIABLE.containsKey(rest.substring(prefix.length())))
                        .map(prefix -> prefix + NAMES_BY_VARIABLE.get(rest.substring(prefix.length())))
                        .findFirst());
    }

    /** {@code KSTASH_KAFKA_SASL_MECHANISM} for {@code sasl.mechanism}. */
    static String variable(String name) {
        return VARIABLE_PREFIX + spelled(name);
    }

    private static String spelled(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>(List.of(STREAMS_NAMES.split("\\s+")));
        names.addAll(AdminClientConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        return names;
    }

    private static Map<String, String> namesByVariable() {
        Map<String, String> byVariable = new TreeMap<>();
        NAMES.forEach(name -> byVariable.put(spelled(name), name));
        return byVariable;
    }
}
