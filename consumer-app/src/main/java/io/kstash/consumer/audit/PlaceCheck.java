package io.kstash.consumer.audit;

import io.kstash.consumer.audit.Finding.Kind;
import io.kstash.consumer.audit.Finding.Records;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Compares the events of one output that should be at a place with those that are there. For one thread. */
final class PlaceCheck {
    private static final int MOST_FORMER_PLACES = 1000;

    private final Supplier<String> place;
    private final Findings findings;
    private final Map<AuditedPartition, EventSet> expected = new LinkedHashMap<>();
    private final Map<AuditedPartition, EventSet> found = new HashMap<>();
    private final Map<AuditedPartition, EventSet> named = new HashMap<>();
    private final Map<Records, String> formerPlaces = new HashMap<>();
    private final LaneOrder order = new LaneOrder();

    /** @param place the stage in findings */
    PlaceCheck(Supplier<String> place, Findings findings) {
        this.place = place;
        this.findings = findings;
    }

    /** What findings call it. */
    String name() {
        return place.get();
    }

    /** The event of this index of so many records in a row should be there. */
    void expect(AuditedPartition partition, long firstOffset, long count, int index) {
        of(expected, partition).add(firstOffset, count, index);
    }

    /** These should be there, too. */
    void expect(AuditedPartition partition, EventSet events) {
        of(expected, partition).addAll(events);
    }

    boolean expects(AuditedPartition partition, long offset, int index) {
        return of(expected, partition).contains(offset, index);
    }

    /** Whether it should be there and was not found up to now. */
    boolean lacks(AuditedPartition partition, long offset, int index) {
        return expects(partition, offset, index) && !of(found, partition).contains(offset, index);
    }

    /**
     * An event is there, behind the one before it.
     *
     * @param position in the lane
     * @return whether it should be there, and was not there before
     */
    boolean arrive(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        boolean first = find(lane, position, partition, offset, index);
        if (first && !order.isKept(lane, partition, offset, index)) {
            misplaced(lane, position, partition, offset, index);
        }
        return first;
    }

    /** An event is there, but not where it was written. */
    void arriveElsewhere(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (find(lane, position, partition, offset, index)) {
            misplaced(lane, position, partition, offset, index);
        }
    }

    /** Where an event should be there is something else. */
    void spoilt(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (lacks(partition, offset, index)) {
            of(named, partition).add(offset, index);
            partition.lost().addRecord(offset);
            findings.add(Finding.of(Kind.LOST, name(), Records.one(partition, offset, index))
                    .at(lane.at(position))
                    .noting("something else is there"));
        }
    }

    /** An event was written there, and is not there any more; it may be elsewhere. Not all such places are kept. */
    void wasAt(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (formerPlaces.size() < MOST_FORMER_PLACES) {
            formerPlaces.put(Records.one(partition, offset, index), lane.at(position));
        }
    }

    private boolean find(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (!expects(partition, offset, index)) {
            add(Kind.UNEXPECTED, lane.at(position), Records.one(partition, offset, index));
            return false;
        }
        if (!lacks(partition, offset, index)) {
            doubled(lane, position, partition, offset, index);
            return false;
        }
        of(found, partition).add(offset, index);
        return true;
    }

    private void misplaced(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        partition.outOfOrder().addRecord(offset);
        add(Kind.OUT_OF_ORDER, lane.at(position), Records.one(partition, offset, index));
    }

    /** What was transformed twice is here twice for that reason, which is a finding of its own. */
    private void doubled(Lane lane, long position, AuditedPartition partition, long offset, int index) {
        if (!partition.twice().containsRecord(offset)) {
            partition.doubled().addRecord(offset);
            add(Kind.DOUBLED, lane.at(position), Records.one(partition, offset, index));
        }
    }

    private void add(Kind kind, String where, Records records) {
        findings.add(Finding.of(kind, name(), records).at(where));
    }

    /** The partitions of which something should be there. */
    Set<AuditedPartition> partitions() {
        return expected.keySet();
    }

    /** Those that should be there. */
    EventSet expectedOf(AuditedPartition partition) {
        return of(expected, partition);
    }

    /** Those that should be there, and are. */
    EventSet foundOf(AuditedPartition partition) {
        return of(found, partition);
    }

    /** Those that should be there, are not, and have not expired. */
    EventSet missingOf(AuditedPartition partition) {
        return absentOf(partition).from(order.firstRetained(partition));
    }

    /** Those that are not there because they have expired. */
    EventSet expiredOf(AuditedPartition partition) {
        return EventSet.difference(absentOf(partition), missingOf(partition));
    }

    private EventSet absentOf(AuditedPartition partition) {
        return EventSet.difference(of(expected, partition), of(found, partition));
    }

    /** Whether nothing is missing. */
    boolean isComplete() {
        return expected.keySet().stream()
                .allMatch(partition -> missingOf(partition).isEmpty());
    }

    /** Nothing comes any more: what is missing is lost. */
    void conclude() {
        for (AuditedPartition partition : expected.keySet()) {
            EventSet.difference(missingOf(partition), of(named, partition)).forEach((offset, index) -> {
                partition.lost().addRecord(offset);
                findings.add(lost(Records.one(partition, offset, index)));
            });
        }
    }

    private Finding lost(Records event) {
        Finding lost = Finding.of(Kind.LOST, name(), event);
        String place = formerPlaces.get(event);
        return place == null ? lost : lost.goneFrom(place);
    }

    /** The lanes that are read, all of them before the first event arrives. */
    void readFrom(Lane lane) {
        order.add(lane);
    }

    private static EventSet of(Map<AuditedPartition, EventSet> sets, AuditedPartition partition) {
        return sets.computeIfAbsent(partition, any -> new EventSet());
    }
}
