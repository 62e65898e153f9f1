package io.kstash.console.records;

import io.kstash.console.records.RangeReader.Range;
import io.kstash.console.records.RangeReader.Stretch;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * Goes through the records of some partitions, forward or backward: in each partition in the order of offsets, between them in
 * that of timestamps. It reads in steps that grow, so that a page is quick and a search gets far. For one thread.
 */
final class RecordScan {
    private static final int LARGEST_STEP = 5_000;

    private final List<Lane> lanes;
    private final RangeReader reader;
    private final Deadline deadline;
    private final Comparator<ScannedRecord> order;
    private int step;
    private boolean stuck;

    /**
     * A scan.
     *
     * @param lanes all forward or all backward
     * @param step how many offsets of each partition are read first
     */
    RecordScan(List<Lane> lanes, boolean forward, RangeReader reader, int step, Deadline deadline) {
        Comparator<ScannedRecord> byTime = Comparator.comparingLong(ScannedRecord::timestamp);
        this.lanes = lanes;
        this.reader = reader;
        this.step = step;
        this.deadline = deadline;
        this.order = forward ? byTime : byTime.reversed();
    }

    /** The next record; none at the end, or if the time is over. */
    Optional<ScannedRecord> next() {
        while (lanes.stream().anyMatch(Lane::isStarving)) {
            if (stuck || deadline.isOver()) {
                return Optional.empty();
            }
            read();
        }
        return lanes.stream()
                .filter(lane -> lane.first() != null)
                .min(Comparator.comparing(lane -> Objects.requireNonNull(lane.first()), order))
                .map(Lane::take);
    }

    private void read() {
        Map<TopicPartition, Range> ranges = new HashMap<>();
        lanes.stream().filter(Lane::isStarving).forEach(lane -> ranges.put(lane.partition(), lane.next(step)));
        Map<TopicPartition, Stretch> found = reader.read(ranges, deadline);
        for (Lane lane : lanes) {
            Stretch stretch = found.get(lane.partition());
            if (stretch != null && !lane.fill(stretch)) {
                stuck = true;
            }
        }
        step = Math.min(LARGEST_STEP, step * 2);
    }

    /** Between what was seen and what was not. */
    Positions positions() {
        Map<Integer, Long> offsets = new HashMap<>();
        lanes.forEach(lane -> offsets.put(lane.partition().partition(), lane.position()));
        return new Positions(offsets);
    }
}
