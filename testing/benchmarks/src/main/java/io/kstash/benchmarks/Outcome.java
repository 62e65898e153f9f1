package io.kstash.benchmarks;

import io.kstash.benchmarks.measure.Results;
import java.util.List;

/**
 * What came of a run.
 *
 * @param notes what a reader of the results has to know: what was skipped, what failed, what was disturbed
 * @param complete whether each case that can run on this machine did so in each round
 */
record Outcome(Results results, List<String> notes, boolean complete) {}
