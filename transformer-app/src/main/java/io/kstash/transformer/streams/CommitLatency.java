package io.kstash.transformer.streams;

import io.kstash.app.DurationHistogram;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from a record's own time until what was made of it is committed, so that others can read it. Kafka
 * Streams works on a task and commits it in one thread, so each thread waits for its own commits. Thread-safe.
 */
final class CommitLatency {
    private final DurationHistogram latencies = new DurationHistogram();
    private final DurationHistogram commits = new DurationHistogram();
    private final ThreadLocal<Waiting> waiting = ThreadLocal.withInitial(Waiting::new);

    /** A record was worked on, and will be committed by this thread. */
    void await(long timestamp) {
        waiting.get().add(timestamp);
    }

    /** All that waits in this thread is committed, which took so long. */
    void committed(long nanos) {
        commits.record(TimeUnit.NANOSECONDS.toMillis(nanos));
        waiting.get().record(latencies, System.currentTimeMillis());
    }

    /** What waits in this thread will be worked on again. */
    void givenUp() {
        waiting.remove();
    }

    /** A record was worked on, and nothing is to be waited for. */
    void recordNow(long timestamp) {
        latencies.record(System.currentTimeMillis() - timestamp);
    }

    /** Of records. */
    DurationHistogram latencies() {
        return latencies;
    }

    /** What each commit took. */
    DurationHistogram commits() {
        return commits;
    }

    /** The times of the records of a transaction. */
    private static final class Waiting {
        private static final int AT_FIRST = 1024;

        private long[] timestamps = new long[AT_FIRST];
        private int size;

        void add(long timestamp) {
            if (size == timestamps.length) {
                timestamps = Arrays.copyOf(timestamps, 2 * size);
            }
            timestamps[size++] = timestamp;
        }

        void record(DurationHistogram latencies, long now) {
            for (int place = 0; place < size; place++) {
                latencies.record(now - timestamps[place]);
            }
            size = 0;
        }
    }
}
