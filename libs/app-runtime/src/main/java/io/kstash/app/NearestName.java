package io.kstash.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class NearestName {
    private static final int MOST_EDITS = 3;

    private NearestName() {}

    /** The candidate that is fewest edits away, if that is few enough to be a slip. */
    static Optional<String> of(String written, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> edits(written, candidate) <= MOST_EDITS)
                .min(Comparator.comparingInt((String candidate) -> edits(written, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The Levenshtein distance: insertions, deletions and replacements that turn one into the other. */
    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
