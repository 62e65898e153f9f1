package io.kstash.localkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metadata.PartitionRecord;
import org.apache.kafka.common.metadata.RegisterBrokerRecord;
import org.apache.kafka.common.metadata.TopicRecord;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.MetadataProvenance;
import org.apache.kafka.server.common.KRaftVersion;
import org.junit.jupiter.api.Test;

class NodeMetadataTest {
    private static final int NO_LEADER = -1;
    private static final int NODE = 1;
    private static final ListenerName LISTENER = new ListenerName("CLIENTS");

    private final NodeMetadata metadata = new NodeMetadata(NODE, () -> KRaftVersion.KRAFT_VERSION_1);

    @Test
    void aPartitionWithoutALeaderIsNotTakenForADeletedOne() {
        metadata.setImage(withLeader(NO_LEADER));

        assertThat(metadata.getPartitionLeaderEndpoint("events", 0, LISTENER)).contains(Node.noNode());
        assertThat(metadata.getPartitionLeaderEndpoint("events", 1, LISTENER)).isEmpty();
        assertThat(metadata.getPartitionLeaderEndpoint("deleted", 0, LISTENER)).isEmpty();
    }

    @Test
    void aLeaderIsFound() {
        metadata.setImage(withLeader(NODE));

        assertThat(metadata.getPartitionLeaderEndpoint("events", 0, LISTENER))
                .map(Node::id)
                .contains(NODE);
    }

    private static MetadataImage withLeader(int leader) {
        Uuid topic = Uuid.randomUuid();
        MetadataDelta delta = new MetadataDelta.Builder().build();
        RegisterBrokerRecord.BrokerEndpointCollection endpoints = new RegisterBrokerRecord.BrokerEndpointCollection();
        endpoints.add(new RegisterBrokerRecord.BrokerEndpoint()
                .setName(LISTENER.value())
                .setHost("host")
                .setPort(9092));
        delta.replay(new RegisterBrokerRecord()
                .setBrokerId(NODE)
                .setEndPoints(endpoints)
                .setFenced(false));
        delta.replay(new TopicRecord().setName("events").setTopicId(topic));
        delta.replay(new PartitionRecord()
                .setTopicId(topic)
                .setPartitionId(0)
                .setReplicas(List.of(NODE))
                .setIsr(List.of(NODE))
                .setLeader(leader));
        return delta.apply(MetadataProvenance.EMPTY);
    }
}
