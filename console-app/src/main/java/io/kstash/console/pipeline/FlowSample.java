package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What was counted at one time.
 *
 * @param nanos when, by {@link System#nanoTime}
 * @param sent where the input topics end, together
 * @param read records that the transformer has read since its start
 * @param emitted events that went to an output since then
 */
record FlowSample(long nanos, long sent, long read, long emitted, Latencies latencies) {
    private static final double NANOS_IN_SECOND = 1e9;

    static FlowSample of(JsonNode plan, long sent) {
        JsonNode counts = plan.path("counts");
        return new FlowSample(
                System.nanoTime(),
                sent,
                counts.path("read").asLong(),
                counts.path("emitted").asLong(),
                Latencies.of(plan.path("latency")));
    }

    /**
     * What moved between two samples.
     *
     * @param lag at the time of this one
     */
    FlowPoint since(FlowSample before, long lag) {
        double seconds = (nanos - before.nanos) / NANOS_IN_SECOND;
        Latencies moved = latencies.since(before.latencies);
        return new FlowPoint(
                System.currentTimeMillis(),
                rate(sent - before.sent, seconds),
                rate(read - before.read, seconds),
                rate(emitted - before.emitted, seconds),
                lag,
                moved.percentile(0.5),
                moved.percentile(0.99));
    }

    /** A count that fell begins anew. */
    private static double rate(long count, double seconds) {
        return Math.max(0, count) / seconds;
    }
}
