package io.kstash.benchmarks.measure;

import io.kstash.benchmarks.process.MachineUsage;
import java.util.concurrent.TimeUnit;

/**
 * How far a case was at one moment, and what it had used until then.
 *
 * @param nanos as {@link System#nanoTime()} counts
 * @param progress of the sink
 * @param clientCpu of the case's own process, in seconds
 * @param brokerCpu of Kafka, in seconds
 * @param observerCpu of the process that measures, in seconds
 */
record Sample(long nanos, long progress, double clientCpu, double brokerCpu, double observerCpu, MachineUsage machine) {
    double secondsSince(long earlierNanos) {
        return (nanos - earlierNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
