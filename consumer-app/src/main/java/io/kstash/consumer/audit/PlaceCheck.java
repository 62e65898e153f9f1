package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.consumer.audit.Finding.Records;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compares the events of one output that should be at a place with those that are there. For one thread. */
final class PlaceCheck {
    private final String place;
    private final Findings findings;
    private final Map<AuditedPartition, EventSet> expected = new LinkedHashMap<>();
    private final Map<AuditedPartition, EventSet> found = new HashMap<>();
    private final Map<AuditedPartition, Integer> highestIndexes = new HashMap<>();
    private final LaneOrder order = new LaneOrder();

    /** @param place the stage in findings */
    PlaceCheck(String place, Findings findings) {
        this.place = place;
        this.findings = findings;
    }

    /** What findings call it. */
    String name() {
        return place;
    }

    /** The event of this index of so many records in a row should be there. */
    void expect(AuditedPartition partition, long firstOffset, long count, int index) {
        of(expected, partition).add(firstOffset, count, index);
        highestIndexes.merge(partition, index, Math::max);
    }

    boolean expects(AuditedPartition partition, long offset, int index) {
        return of(expected, partition).contains(offset, index);
    }

    /** Whether it should be there and was not found up to now. */
    boolean lacks(AuditedPartition partition, long offset, int index) {
        return expects(partition, offset, index) && !of(found, partition).contains(offset, index);
    }

    /**
     * An event is there.
     *
     * @param position in the lane
     */
    void arrive(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (!expects(partition, offset, index)) {
            add(Kind.UNEXPECTED, lane.at(position), Records.one(partition, offset, index));
        } else if (of(found, partition).contains(offset, index)) {
            doubled(lane, position, partition, offset, index);
        } else {
            of(found, partition).add(offset, index);
            if (!order.isKept(lane, partition, offset, index)) {
                partition.outOfOrder().addRecord(offset);
                add(Kind.OUT_OF_ORDER, lane.at(position), Records.one(partition, offset, index));
            }
        }
    }

    /** What was transformed twice is here twice for that reason, which is a finding of its own. */
    private void doubled(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (!partition.twice().containsRecord(offset)) {
            partition.doubled().addRecord(offset);
            add(Kind.DOUBLED, lane.at(position), Records.one(partition, offset, index));
        }
    }

    private void add(Kind kind, String where, Records records) {
        findings.add(Finding.of(kind, place, records).at(where));
    }

    /** The partitions of which something should be there. */
    Set<AuditedPartition> partitions() {
        return expected.keySet();
    }

    /** How many events of a partition should be there. */
    long expectedOf(AuditedPartition partition) {
        return of(expected, partition).size();
    }

    /** How many of them were found. */
    long foundOf(AuditedPartition partition) {
        return of(found, partition).size();
    }

    /** Those that should be there, are not, and have not expired. */
    EventSet missingOf(AuditedPartition partition) {
        EventSet absent = absentOf(partition);
        long retained = order.firstRetained(partition);
        if (absent.isEmpty() || retained == 0) {
            return absent;
        }
        EventSet expired = new EventSet();
        for (int index = 0; index <= highestIndexes.getOrDefault(partition, 0); index++) {
            expired.add(0, Math.min(retained, partition.next()), index);
        }
        return EventSet.difference(absent, expired);
    }

    /** Those that should be there and are not, for whatever reason. */
    EventSet absentOf(AuditedPartition partition) {
        return EventSet.difference(of(expected, partition), of(found, partition));
    }

    /** Whether anything is missing. */
    boolean isComplete() {
        return expected.keySet().stream()
                .allMatch(partition -> missingOf(partition).isEmpty());
    }

    /** Nothing comes any more: what is missing is lost. */
    void conclude() {
        for (AuditedPartition partition : expected.keySet()) {
            missingOf(partition).forEach((offset, index) -> {
                partition.lost().addRecord(offset);
                findings.add(Finding.of(Kind.LOST, place, Records.one(partition, offset, index)));
            });
        }
    }

    /** The lanes that are read, all of them before the first event arrives. */
    void readFrom(Lane lane) {
        order.add(lane);
    }

    private static EventSet of(Map<AuditedPartition, EventSet> sets, AuditedPartition partition) {
        return sets.computeIfAbsent(partition, any -> new EventSet());
    }
}
