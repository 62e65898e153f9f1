package io.kstash.console.topics;

import java.util.List;

/**
 * A partition.
 *
 * @param beginning the offset of its oldest record
 * @param end the offset that its next record gets
 * @param leader the broker that serves it; -1 for none
 * @param inSync the replicas that have all of it
 * @param bytes on the leader's disk; -1 where Kafka does not say
 */
record PartitionState(
        int partition,
        long beginning,
        long end,
        int leader,
        List<Integer> replicas,
        List<Integer> inSync,
        long bytes) {}
