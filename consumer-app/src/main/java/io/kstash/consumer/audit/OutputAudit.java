package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerOutput;
import io.kstash.ledger.LedgerOutput.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One output of the pipeline: the events that it selected, and what was found of them in its topic and, if it writes to
 * files, there. For one thread.
 */
final class OutputAudit {
    private final PlaceCheck topic;
    private final Optional<PlaceCheck> files;
    private final Map<AuditedPartition, EventSet> selected = new HashMap<>();
    private final Map<AuditedPartition, EventSet> waiting = new HashMap<>();
    private LedgerOutput output;
    private boolean renamed;
    private Map<Integer, Long> written = Map.of();

    /** @param kafkaTopic the one in which Kafka has the events */
    OutputAudit(LedgerOutput output, String kafkaTopic, Findings findings) {
        this.output = output;
        this.topic = new PlaceCheck(() -> "topic " + kafkaTopic, findings);
        this.files = output.kind() == Kind.FILE
                ? Optional.of(new PlaceCheck(() -> output().toString(), findings))
                : Optional.empty();
    }

    /** As the ledger last names it. */
    LedgerOutput output() {
        return output;
    }

    /**
     * The output, as the ledger names it later. A file output may get another path: what its topic has is written there from
     * the beginning, and the former file is not looked at any more.
     */
    void rename(LedgerOutput latest) {
        renamed |= !latest.equals(output);
        output = latest;
    }

    /** Whether it had another name. */
    boolean isRenamed() {
        return renamed;
    }

    /** It selected the event of this index of so many records in a row. */
    void select(AuditedPartition partition, long firstOffset, long count, int index) {
        topic.expect(partition, firstOffset, count, index);
        of(selected, partition).add(firstOffset, count, 0);
    }

    /** Which events should be in its topic, and are. */
    PlaceCheck topic() {
        return topic;
    }

    /** The same for its files, for what was delivered. */
    Optional<PlaceCheck> files() {
        return files;
    }

    /**
     * How far the delivery to the files has come, before the topic is read.
     *
     * @param nextOffsets for each partition of the topic
     */
    void writtenBelow(Map<Integer, Long> nextOffsets) {
        written = nextOffsets;
    }

    /** An event of it is in its topic. */
    void arrive(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (topic.arrive(lane, position, partition, offset, index) && files.isPresent()) {
            if (position < written.getOrDefault(lane.partition(), 0L)) {
                files.get().expect(partition, offset, 1, index);
            } else {
                of(waiting, partition).add(offset, index);
            }
        }
    }

    /** The topic is read. What has expired there was delivered before, to the file that the output had then. */
    void concludeTopic() {
        topic.conclude();
        for (AuditedPartition partition : topic.partitions()) {
            if (!renamed) {
                files.ifPresent(check -> check.expect(partition, topic.expiredOf(partition)));
            }
            partition.inFlight().addAll(of(waiting, partition).records());
        }
    }

    /** The check of a line that is in a file; one that has expired in the topic may be there nevertheless. */
    PlaceCheck filesWith(AuditedPartition partition, long offset, int index) {
        PlaceCheck check = files.orElseThrow();
        if (topic.expects(partition, offset, index)) {
            check.expect(partition, offset, 1, index);
        }
        return check;
    }

    /** Those that its delivery has not come to yet. */
    EventSet waitingOf(AuditedPartition partition) {
        return of(waiting, partition);
    }

    /** Of these records, those that it selected and that are with all of their events where they end up. */
    long delivered(AuditedPartition partition, EventSet records) {
        EventSet there = files.orElse(topic).foundOf(partition);
        EventSet absent =
                EventSet.difference(topic.expectedOf(partition), there).records();
        return EventSet.common(records, of(selected, partition)) - EventSet.common(records, absent);
    }

    private static EventSet of(Map<AuditedPartition, EventSet> sets, AuditedPartition partition) {
        return sets.computeIfAbsent(partition, any -> new EventSet());
    }
}
