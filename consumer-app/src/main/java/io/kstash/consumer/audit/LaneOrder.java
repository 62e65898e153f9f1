package io.kstash.consumer.audit;

import java.util.HashMap;
import java.util.Map;

/**
 * In which order events of one output come in each lane: those of one input partition keep their order, in each lane for
 * itself. For one thread.
 */
final class LaneOrder {
    private final Map<Lane, Map<AuditedPartition, Position>> lanes = new HashMap<>();

    /** Where an input partition's events begin in a lane, and how far they are. */
    private static final class Position {
        private final long first;
        private long offset;
        private int index;

        Position(long offset, int index) {
            this.first = offset;
            this.offset = offset;
            this.index = index;
        }

        /** False if this is behind. */
        boolean moveTo(long nextOffset, int nextIndex) {
            boolean kept = nextOffset > offset || (nextOffset == offset && nextIndex > index);
            offset = nextOffset;
            index = nextIndex;
            return kept;
        }
    }

    void add(Lane lane) {
        lanes.computeIfAbsent(lane, any -> new HashMap<>());
    }

    /** Takes the next event of a lane; false if the one before it should come after it. */
    boolean isKept(Lane lane, AuditedPartition partition, long offset, int index) {
        Map<AuditedPartition, Position> positions = lanes.computeIfAbsent(lane, any -> new HashMap<>());
        Position position = positions.get(partition);
        if (position == null) {
            positions.put(partition, new Position(offset, index));
            return true;
        }
        return position.moveTo(offset, index);
    }

    /**
     * Below which offset of an input partition events may have expired. Which of several lanes had them is not known, so that
     * the latest beginning counts; where no lane has any left, all have.
     */
    long firstRetained(AuditedPartition partition) {
        long retained = 0;
        boolean anyLeft = false;
        boolean expires = false;
        for (Map.Entry<Lane, Map<AuditedPartition, Position>> lane : lanes.entrySet()) {
            Position position = lane.getValue().get(partition);
            anyLeft |= position != null;
            expires |= lane.getKey().beginsLater();
            if (position != null && lane.getKey().beginsLater()) {
                retained = Math.max(retained, position.first);
            }
        }
        return expires && !anyLeft ? Long.MAX_VALUE : retained;
    }
}
