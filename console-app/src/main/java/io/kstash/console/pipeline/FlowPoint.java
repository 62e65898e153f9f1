package io.kstash.console.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A point of the plots.
 *
 * @param at milliseconds since the epoch
 * @param sent records that came to the input topics, a second
 * @param read records that were read, a second
 * @param emitted events that went to an output, a second
 * @param lag records that wait
 * @param p50 latency in milliseconds below which half of the records were; null if none were committed
 * @param p99 the same for 99 of 100
 */
record FlowPoint(
        long at,
        double sent,
        double read,
        double emitted,
        long lag,
        @Nullable Double p50,
        @Nullable Double p99) {}
