package io.kstash.console.topics;

import io.kstash.console.kafka.KafkaAccess;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ApiException;

/** How much room partitions take on the disks of their leaders. */
final class PartitionSizes {
    static final long UNKNOWN = -1;

    private final Map<Integer, Map<TopicPartition, Long>> byBroker;

    private PartitionSizes(Map<Integer, Map<TopicPartition, Long>> byBroker) {
        this.byBroker = byBroker;
    }

    /** Asks all brokers; those that do not answer, or refuse, know nothing. */
    static PartitionSizes of(Admin admin) {
        Map<Integer, Map<TopicPartition, Long>> sizes = new HashMap<>();
        try {
            Collection<Integer> brokers = KafkaAccess.await(
                            admin.describeCluster().nodes())
                    .stream()
                    .map(Node::id)
                    .toList();
            KafkaAccess.await(admin.describeLogDirs(brokers).allDescriptions())
                    .forEach((broker, folders) -> sizes.put(broker, sizes(folders.values())));
        } catch (ApiException unknown) {
            // Sizes are worth showing, and not worth failing for.
        }
        return new PartitionSizes(sizes);
    }

    private static Map<TopicPartition, Long> sizes(Collection<LogDirDescription> folders) {
        Map<TopicPartition, Long> sizes = new HashMap<>();
        folders.forEach(folder -> folder.replicaInfos()
                .forEach((partition, replica) -> sizes.merge(partition, replica.size(), Long::sum)));
        return sizes;
    }

    /** In bytes, or {@link #UNKNOWN}. */
    long of(String topic, TopicPartitionInfo partition) {
        Node leader = partition.leader();
        return leader == null
                ? UNKNOWN
                : byBroker.getOrDefault(leader.id(), Map.of())
                        .getOrDefault(new TopicPartition(topic, partition.partition()), UNKNOWN);
    }
}
