package io.kstash.delivery.file;

import io.kstash.delivery.DeliverySource;
import java.util.UUID;

/**
 * The first line of a journal: whose it is.
 *
 * @param format of the journal
 * @param id random; another one is another journal, even if all else is the same
 * @param output the name of the destination
 */
record JournalHeader(int format, String id, String cluster, String topic, String topicId, String group, String output) {
    /** Format 1 has lengths in place of {@link FileState}s, and no index. */
    static final int FORMAT = 2;

    static JournalHeader of(DeliverySource source, String output) {
        return new JournalHeader(
                FORMAT,
                UUID.randomUUID().toString(),
                source.clusterId(),
                source.topic(),
                source.topicId(),
                source.group(),
                output);
    }

    /** The same journal, once it is written anew. */
    JournalHeader inPresentFormat() {
        return new JournalHeader(FORMAT, id, cluster, topic, topicId, group, output);
    }

    DeliverySource source() {
        return new DeliverySource(cluster, topic, topicId, group);
    }

    /** Whether its offsets are those of the source: its topic was not deleted and created again, here or in another Kafka. */
    boolean countsOffsetsOf(DeliverySource source) {
        return cluster.equals(source.clusterId()) && topicId.equals(source.topicId());
    }

    boolean hasOwner(DeliverySource source, String name) {
        return topic.equals(source.topic()) && group.equals(source.group()) && output.equals(name);
    }
}
