package io.kstash.faults;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * One run of the campaign: a row of its table.
 *
 * @param date when it began, UTC
 * @param records of the input topic
 * @param faults how often each kind of fault struck
 * @param instances how many transformers ran at first
 * @param deadLetters records that became dead letters, as some ought to
 * @param foreign what was found and no record explains
 * @param stopMillis how long the clean stop at the end took
 * @param seconds how long the run took
 * @param audit whether {@code consumer audit} found all in order
 * @param problem what else went wrong; empty for nothing
 */
@JsonPropertyOrder({"date", "seed"})
record RunResult(
        String date,
        long seed,
        long records,
        Map<String, Integer> faults,
        int instances,
        long lost,
        long doubled,
        long outOfOrder,
        long foreign,
        long deadLetters,
        long stopMillis,
        long seconds,
        boolean audit,
        String problem) {
    RunResult {
        faults = new TreeMap<>(faults);
    }

    /** Nothing lost, nothing doubled, nothing out of order, and everybody agrees. */
    boolean passed() {
        return lost == 0 && doubled == 0 && outOfOrder == 0 && foreign == 0 && audit && problem.isEmpty();
    }

    /** For a terminal. */
    String line() {
        int struck = faults.values().stream().mapToInt(Integer::intValue).sum();
        return "seed %d: %s, %,d records, %d faults, %d lost, %d doubled, %d out of order, stop %.1f s, %d s%s"
                .formatted(
                        seed,
                        passed() ? "passed" : "FAILED",
                        records,
                        struck,
                        lost,
                        doubled,
                        outOfOrder,
                        stopMillis / 1e3,
                        seconds,
                        problem.isEmpty() ? "" : "; " + problem);
    }
}
