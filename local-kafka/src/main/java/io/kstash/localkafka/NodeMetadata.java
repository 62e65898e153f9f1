package io.kstash.localkafka;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.metadata.KRaftMetadataCache;
import org.apache.kafka.server.common.KRaftVersion;

/**
 * What a broker knows of the cluster; it tells a partition without a leader from one that was deleted. Kafka 4.3.1 does not, and
 * so calls a transaction complete without its markers if it ends while the only broker stops or starts: what it wrote stays
 * open until the next transaction of the same producer commits or aborts it. Thread-safe.
 *
 * @see <a href="https://issues.apache.org/jira/browse/KAFKA-20734">KAFKA-20734</a>
 */
final class NodeMetadata extends KRaftMetadataCache {
    /** @param version of KRaft, as it is now */
    NodeMetadata(int nodeId, Supplier<KRaftVersion> version) {
        super(nodeId, version);
    }

    /** Empty for a partition that does not exist; {@link Node#noNode} where its leader is away, so that it is asked for again. */
    @Override
    public Optional<Node> getPartitionLeaderEndpoint(String topic, int partition, ListenerName listener) {
        Optional<Node> leader = super.getPartitionLeaderEndpoint(topic, partition, listener);
        return leader.isEmpty() && contains(new TopicPartition(topic, partition)) ? Optional.of(Node.noNode()) : leader;
    }
}
