package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.consumer.audit.Finding.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of one producer: their sequence has no gap, and goes up in each partition. For one thread. */
final class ProducerTally {
    private static final String BEFORE = "before the topic";

    private final String name;
    private final Findings findings;
    private final Tally tally = new Tally();
    private final EventSet sequences = new EventSet();
    private final Map<AuditedPartition, Long> lastSequences = new HashMap<>();
    private final Map<AuditedPartition, Long> highestSequences = new HashMap<>();
    private long lostBefore;

    /** @param name {@code run/producer} */
    ProducerTally(String name, Findings findings) {
        this.name = name;
        this.findings = findings;
    }

    Tally tally() {
        return tally;
    }

    /** A record that it sent itself, which may be from before the audit. */
    void sent(long sequence, AuditedPartition partition, long offset) {
        boolean again = sequences.containsRecord(sequence);
        sequences.addRecord(sequence);
        boolean behind = lastSequences.getOrDefault(partition, -1L) > sequence;
        lastSequences.put(partition, sequence);
        highestSequences.merge(partition, sequence, Math::max);
        if (offset >= partition.first() && again) {
            partition.doubled().addRecord(offset);
            found(Kind.DOUBLED, partition, offset, sequence);
        } else if (offset >= partition.first() && behind) {
            partition.outOfOrder().addRecord(offset);
            found(Kind.OUT_OF_ORDER, partition, offset, sequence);
        }
    }

    private void found(Kind kind, AuditedPartition partition, long offset, long sequence) {
        String who = name + "/" + sequence;
        findings.add(Finding.of(kind, BEFORE, Records.one(partition, offset, 0)).from(who, who));
    }

    /**
     * There are no further records: gaps in the sequence are lost.
     *
     * <p>Records that Kafka never acknowledged are not: a producer that is killed leaves such a tail in each partition. What
     * is beyond the last sequence of any partition may be a part of it.
     *
     * @param fromStart whether the first records it sent are still in the topic
     */
    void conclude(boolean fromStart) {
        long certain = highestSequences.values().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        Gaps gaps = new Gaps(fromStart ? -1 : Gaps.UNKNOWN, certain);
        sequences.forEach((sequence, index) -> gaps.next(sequence));
    }

    /** How many it sent that are not in the topic. */
    long lostBefore() {
        return lostBefore;
    }

    Row row(List<OutputAudit> outputs) {
        return tally.row(name, outputs, lostBefore);
    }

    /** Finds what is missing between sequences that come in order. */
    private final class Gaps {
        private static final long UNKNOWN = -2;

        private final long certain;
        private long last;

        Gaps(long last, long certain) {
            this.last = last;
            this.certain = certain;
        }

        void next(long sequence) {
            long end = Math.min(sequence, certain);
            if (last != UNKNOWN && end > last + 1) {
                lostBefore += end - last - 1;
                findings.add(Finding.missingSequences(BEFORE, name + "/" + (last + 1), name + "/" + (end - 1)));
            }
            last = sequence;
        }
    }
}
