package io.kstash.benchmarks.cases;

import io.kstash.benchmarks.measure.Sink;
import io.kstash.benchmarks.process.ProcessSpec;

/**
 * One run of a case, ready to start.
 *
 * @param process takes all records of the input; it may end by itself then
 * @param sink where they arrive
 */
public record Trial(ProcessSpec process, Sink sink) {}
