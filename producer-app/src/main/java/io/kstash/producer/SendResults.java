package io.kstash.producer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what became of the records of a run, in memory that does not grow. Thread-safe. */
final class SendResults {
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    private final LongAdder handedOver = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicLong lastAnswerNanos = new AtomicLong();
    private final Histogram latencyMicros = new ConcurrentHistogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private final long startNanos;

    /** @param startNanos of {@link System#nanoTime()}, from which the rate counts */
    SendResults(long startNanos) {
        this.startNanos = startNanos;
        this.lastAnswerNanos.set(startNanos);
    }

    /** A record goes to the Kafka client; exactly one of the three other methods follows. */
    void handedOver() {
        handedOver.increment();
    }

    /** The Kafka client did not accept the record, because the run ends: it does not count. */
    void withdrawn() {
        handedOver.decrement();
    }

    /** Kafka acknowledged a record that was handed over at this {@link System#nanoTime()}. */
    void acknowledged(long handedOverNanos) {
        long now = System.nanoTime();
        long micros = TimeUnit.NANOSECONDS.toMicros(now - handedOverNanos);
        latencyMicros.recordValue(Math.min(micros, LONGEST_MICROS));
        lastAnswerNanos.lazySet(now);
        sent.increment();
    }

    /** A record will not arrive. */
    void failed() {
        lastAnswerNanos.lazySet(System.nanoTime());
        failed.increment();
    }

    long sent() {
        return sent.sum();
    }

    long failedCount() {
        return failed.sum();
    }

    /** Records whose fate is known. */
    long answered() {
        return sent.sum() + failed.sum();
    }

    /** Records whose fate is not known yet. */
    long inFlight() {
        // The answers first: a record that is answered in between then counts as in flight, never as less than nothing.
        long answered = answered();
        return handedOver.sum() - answered;
    }

    /** Acknowledged records a second, from the start to the last answer. */
    double perSecond() {
        double seconds = (lastAnswerNanos.get() - startNanos) / 1e9;
        return seconds > 0 ? sent() / seconds : 0;
    }

    /** For example {@code sent 20, failed 0, rate 2.2/s, latency p50 1.9 ms, p99 9.8 ms, max 9.8 ms}. */
    String summary() {
        String counts = "sent %d, failed %d, rate %.1f/s".formatted(sent(), failedCount(), perSecond());
        return sent() == 0
                ? counts
                : counts
                        + ", latency p50 %.1f ms, p99 %.1f ms, max %.1f ms"
                                .formatted(
                                        latencyMicros.getValueAtPercentile(50) / 1e3,
                                        latencyMicros.getValueAtPercentile(99) / 1e3,
                                        latencyMicros.getMaxValue() / 1e3);
    }
}
