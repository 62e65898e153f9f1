package io.kstash.faults.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Events in the order in which they are, or ought to be, in each lane; and what was found that is no event at all. */
final class Sightings {
    private final Map<Lane, List<Position>> lanes = new HashMap<>();
    private final List<String> foreign = new ArrayList<>();

    void add(Lane lane, Position position) {
        lanes.computeIfAbsent(lane, any -> new ArrayList<>()).add(position);
    }

    /** Notes something that no input record explains. */
    void addForeign(String what) {
        foreign.add(what);
    }

    Set<Lane> lanes() {
        Set<Lane> sorted = new TreeSet<>(Comparator.comparing(Lane::place).thenComparingInt(Lane::partition));
        sorted.addAll(lanes.keySet());
        return sorted;
    }

    List<Position> in(Lane lane) {
        return lanes.getOrDefault(lane, List.of());
    }

    List<String> foreign() {
        return foreign;
    }
}
