package io.kstash.console.groups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group.
 *
 * @param state as Kafka names it: Stable, Empty, ...
 * @param lag of all partitions together
 */
record GroupState(String name, String state, List<Member> members, List<Progress> partitions, long lag) {
    /** A client that reads for the group. */
    record Member(String id, String client, String host, List<String> partitions) {}

    /**
     * How far the group is in a partition.
     *
     * @param committed the offset at which it goes on; null if it has not committed
     * @param end where the partition ends
     * @param lag how many offsets are between; null if it has not committed
     * @param member which client reads it; empty for none
     */
    record Progress(
            String topic,
            int partition,
            @Nullable Long committed,
            long end,
            @Nullable Long lag,
            String member) {}
}
