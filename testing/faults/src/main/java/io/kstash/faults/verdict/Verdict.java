package io.kstash.faults.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a comparison of what ought to be there with what is there found.
 *
 * @param lost events that are nowhere
 * @param doubled events that are there once more
 * @param outOfOrder events behind a later one of their lane
 * @param foreign what no record explains
 * @param findings the first of each, for a person to read
 */
public record Verdict(long lost, long doubled, long outOfOrder, long foreign, List<String> findings) {
    /** Nothing was found. */
    public static final Verdict CLEAN = new Verdict(0, 0, 0, 0, List.of());

    private static final int MOST_FINDINGS = 20;

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return lost == 0 && doubled == 0 && outOfOrder == 0 && foreign == 0;
    }

    /** Both together. */
    public Verdict plus(Verdict other) {
        List<String> all = new ArrayList<>(findings);
        all.addAll(other.findings);
        return new Verdict(
                lost + other.lost,
                doubled + other.doubled,
                outOfOrder + other.outOfOrder,
                foreign + other.foreign,
                all);
    }

    /** Each event exactly once, and in order. */
    static Verdict exactlyOnce(Sightings expected, Sightings found) {
        Verdict verdict = foreign(found.foreign());
        Set<Lane> lanes = new HashSet<>(expected.lanes());
        lanes.addAll(found.lanes());
        for (Lane lane : lanes) {
            verdict = verdict.plus(compare(lane, expected.in(lane), found.in(lane)));
        }
        return verdict;
    }

    /** Each event, as often and in whatever order it may be. */
    static Verdict atLeastOnce(Sightings expected, Sightings found) {
        Verdict verdict = CLEAN;
        for (Lane lane : expected.lanes()) {
            Set<Position> missing = new HashSet<>(expected.in(lane));
            found.in(lane).forEach(missing::remove);
            List<String> findings =
                    named("lost", lane, missing.stream().sorted().toList());
            verdict = verdict.plus(new Verdict(missing.size(), 0, 0, 0, findings));
        }
        return verdict;
    }

    private static Verdict foreign(List<String> foreign) {
        return new Verdict(
                0, 0, 0, foreign.size(), foreign.stream().limit(MOST_FINDINGS).toList());
    }

    private static Verdict compare(Lane lane, List<Position> expected, List<Position> found) {
        Set<Position> missing = new HashSet<>(expected);
        Set<Position> seen = new HashSet<>();
        List<Position> strange = new ArrayList<>();
        List<Position> doubled = new ArrayList<>();
        List<Position> late = new ArrayList<>();
        Position last = new Position(-1, 0);
        for (Position position : found) {
            if (missing.remove(position)) {
                seen.add(position);
                if (position.compareTo(last) < 0) {
                    late.add(position);
                } else {
                    last = position;
                }
            } else {
                (seen.contains(position) ? doubled : strange).add(position);
            }
        }
        List<String> findings =
                new ArrayList<>(named("lost", lane, missing.stream().sorted().toList()));
        findings.addAll(named("doubled", lane, doubled));
        findings.addAll(named("out of order", lane, late));
        findings.addAll(named("not to be there", lane, strange));
        return new Verdict(missing.size(), doubled.size(), late.size(), strange.size(), findings);
    }

    private static List<String> named(String what, Lane lane, List<Position> positions) {
        return positions.stream()
                .limit(MOST_FINDINGS)
                .map(position -> what + ": " + lane + ", " + position)
                .toList();
    }
}
