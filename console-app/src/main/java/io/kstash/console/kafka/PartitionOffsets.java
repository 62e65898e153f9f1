package io.kstash.console.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Where partitions begin and end. */
public final class PartitionOffsets {
    private PartitionOffsets() {}

    /** The offsets of the oldest records that there still are. */
    public static Map<TopicPartition, Long> beginnings(Admin admin, Collection<TopicPartition> partitions) {
        return list(admin, partitions, OffsetSpec.earliest());
    }

    /** The offsets that a reader of committed records comes to, which is what the next record gets, or a little less. */
    public static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions) {
        return list(admin, partitions, OffsetSpec.latest());
    }

    private static Map<TopicPartition, Long> list(
            Admin admin, Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(partition -> partition, any -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        KafkaAccess.await(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }
}
