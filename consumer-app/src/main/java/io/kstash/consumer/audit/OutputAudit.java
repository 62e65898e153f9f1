package io.kstash.consumer.audit;

import io.kstash.ledger.LedgerOutput;
import java.util.HashMap;
import java.util.Map;

/** One output of the pipeline: the records that it selected, and what was found of them in its topic. For one thread. */
final class OutputAudit {
    private final LedgerOutput output;
    private final PlaceCheck topic;
    private final Map<AuditedPartition, EventSet> selected = new HashMap<>();

    /** @param stage what findings call the topic in which Kafka has the events */
    OutputAudit(LedgerOutput output, String stage, Findings findings) {
        this.output = output;
        this.topic = new PlaceCheck(stage, findings);
    }

    LedgerOutput output() {
        return output;
    }

    /** It selected the event of this index of so many records in a row. */
    void select(AuditedPartition partition, long firstOffset, long count, int index) {
        topic.expect(partition, firstOffset, count, index);
        selected.computeIfAbsent(partition, any -> new EventSet()).add(firstOffset, count, 0);
    }

    PlaceCheck topic() {
        return topic;
    }

    /** An event of it is in its topic. */
    void arrive(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        topic.arrive(lane, position, partition, offset, index);
    }

    /** Of these records, those that it selected and that have arrived with all of their events. */
    long delivered(AuditedPartition partition, EventSet records) {
        EventSet chosen = selected.getOrDefault(partition, new EventSet());
        EventSet absent = topic.absentOf(partition).records();
        return EventSet.common(records, chosen) - EventSet.common(records, absent);
    }
}
