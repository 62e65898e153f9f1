package io.kstash.console.topics;

import io.kstash.console.kafka.KafkaAccess;
import io.kstash.console.kafka.PartitionOffsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** Asks Kafka what topics there are. Thread-safe. */
final class TopicCatalog {
    private static final int NO_LEADER = -1;

    private final Admin admin;

    TopicCatalog(Admin admin) {
        this.admin = admin;
    }

    /** All topics by name, Kafka's own last. */
    List<TopicSummary> list() {
        Set<String> names = KafkaAccess.await(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
        return describe(names).stream()
                .map(TopicCatalog::summary)
                .sorted(Comparator.comparing(TopicSummary::internal).thenComparing(TopicSummary::name))
                .toList();
    }

    /** One of them. */
    TopicDetails details(String topic) {
        return describe(List.of(topic)).get(0);
    }

    private List<TopicDetails> describe(Collection<String> names) {
        Map<String, TopicDescription> topics =
                KafkaAccess.await(admin.describeTopics(names).allTopicNames());
        List<TopicPartition> led = partitionsWithLeader(topics.values());
        Map<TopicPartition, Long> beginnings = PartitionOffsets.beginnings(admin, led);
        Map<TopicPartition, Long> ends = PartitionOffsets.ends(admin, led);
        Map<String, List<TopicSetting>> settings = TopicSettings.of(admin, names);
        PartitionSizes sizes = PartitionSizes.of(admin);
        List<TopicDetails> details = new ArrayList<>();
        for (TopicDescription topic : topics.values()) {
            List<PartitionState> partitions = topic.partitions().stream()
                    .map(partition -> {
                        TopicPartition name = new TopicPartition(topic.name(), partition.partition());
                        return state(
                                partition,
                                beginnings.getOrDefault(name, 0L),
                                ends.getOrDefault(name, 0L),
                                sizes.of(topic.name(), partition));
                    })
                    .toList();
            details.add(new TopicDetails(
                    topic.name(), topic.isInternal(), partitions, settings.getOrDefault(topic.name(), List.of())));
        }
        return details;
    }

    private static List<TopicPartition> partitionsWithLeader(Collection<TopicDescription> topics) {
        return topics.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .filter(partition -> partition.leader() != null)
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private static PartitionState state(TopicPartitionInfo partition, long beginning, long end, long bytes) {
        Node leader = partition.leader();
        return new PartitionState(
                partition.partition(),
                beginning,
                end,
                leader == null ? NO_LEADER : leader.id(),
                partition.replicas().stream().map(Node::id).toList(),
                partition.isr().stream().map(Node::id).toList(),
                bytes);
    }

    private static TopicSummary summary(TopicDetails topic) {
        long records = topic.partitions().stream()
                .mapToLong(partition -> partition.end() - partition.beginning())
                .sum();
        boolean known = topic.partitions().stream().allMatch(partition -> partition.bytes() >= 0);
        long bytes = known
                ? topic.partitions().stream().mapToLong(PartitionState::bytes).sum()
                : PartitionSizes.UNKNOWN;
        return new TopicSummary(
                topic.name(),
                topic.internal(),
                topic.partitions().size(),
                records,
                bytes,
                topic.settings().stream().filter(TopicSetting::changed).toList());
    }
}
