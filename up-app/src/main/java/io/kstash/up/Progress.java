package io.kstash.up;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a run is.
 *
 * @param sent records in the input topic
 * @param done records of these that each group has committed
 * @param delivered whether all that left Kafka up to now is at its destination
 */
record Progress(long sent, SortedMap<String, Long> done, boolean delivered) {
    Progress {
        done = new TreeMap<>(done);
    }

    /** Whether nothing of what was sent is on its way. */
    boolean isSettled() {
        return delivered && done.values().stream().allMatch(records -> records == sent);
    }
}
