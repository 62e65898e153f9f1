package io.kstash.up;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many records of a run were found where.
 *
 * @param inputTopic where the producers send to
 * @param sent records in the input topic
 * @param transformed records for each output topic
 * @param written events for each file
 * @param consumed records in the input topic that each group has committed
 */
record Counts(
        String inputTopic,
        long sent,
        SortedMap<String, Long> transformed,
        SortedMap<Path, Long> written,
        SortedMap<String, Long> consumed) {
    Counts {
        transformed = new TreeMap<>(transformed);
        written = new TreeMap<>(written);
        consumed = new TreeMap<>(consumed);
    }

    /** Whether the same number was found everywhere. */
    boolean agree() {
        return all(transformed) && all(written) && all(consumed);
    }

    private boolean all(Map<?, Long> places) {
        return places.values().stream().allMatch(found -> found == sent);
    }
}
