package io.kstash.benchmarks;

import io.kstash.benchmarks.cases.Case;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is to be measured.
 *
 * @param records how many each case gets, of which the first half warms up
 * @param rounds in each of which all cases run once, so that a drift of the machine hits all of them
 * @param shape of the topics
 * @param out where results and logs go
 */
record BenchPlan(List<Case> cases, long records, int rounds, Shape shape, Path out) {
    /** How much there was to do, and in what form. */
    String describe() {
        return String.format(Locale.ROOT, "%,d records for each case%s", records, shape.describe());
    }
}
