package io.kstash.console.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long records took from their own time to the commit of what was made of them, in classes, as transformers count them
 * since their start.
 *
 * @param bounds the longest of each class but the last, in milliseconds
 * @param counts one more than there are bounds
 */
@SuppressWarnings("ArrayRecordComponent") // Not compared, and nobody else's.
record Latencies(long[] bounds, long[] counts) {
    static Latencies of(JsonNode latency) {
        return new Latencies(longs(latency.path("boundsMillis")), longs(latency.path("counts")));
    }

    private static long[] longs(JsonNode array) {
        long[] values = new long[array.size()];
        Arrays.setAll(values, place -> array.path(place).asLong());
        return values;
    }

    /** What has come since; all of it, if the transformer was started anew. */
    Latencies since(Latencies before) {
        if (before.counts.length != counts.length || before.total() > total()) {
            return this;
        }
        long[] added = new long[counts.length];
        Arrays.setAll(added, place -> Math.max(0, counts[place] - before.counts[place]));
        return new Latencies(bounds, added);
    }

    /** The latency below which this share of records is, in milliseconds; null for no records. */
    @Nullable Double percentile(double share) {
        double rank = share * total();
        double below = 0;
        for (int place = 0; place < counts.length && rank > 0; place++) {
            if (below + counts[place] >= rank) {
                return within(place, (rank - below) / counts[place]);
            }
            below += counts[place];
        }
        return null;
    }

    /** As if those of a class were spread evenly in it. */
    private double within(int place, double part) {
        double low = place == 0 ? 0 : bounds[place - 1];
        double high = place < bounds.length ? bounds[place] : low;
        return low + (high - low) * part;
    }

    private long total() {
        return Arrays.stream(counts).sum();
    }
}
