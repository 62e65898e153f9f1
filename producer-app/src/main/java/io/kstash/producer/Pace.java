package io.kstash.producer;

import io.github.bucket4j.Bucket;

/** Decides when one producer may send its next record. Used by that producer's thread only. */
@FunctionalInterface
interface Pace {
    /** Returns when the next record may go; the first one at once. */
    void await() throws InterruptedException;

    /** The pace that keeps to a rate on the long run, also when the thread now and then wakes up late. */
    static Pace of(Rate rate) {
        if (rate.isMax()) {
            return () -> {};
        }
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(catchUp(rate))
                        .refillGreedy(rate.records(), rate.period())
                        .initialTokens(1))
                .withNanosecondPrecision()
                .build();
        return () -> bucket.asBlocking().consume(1);
    }

    /** How many records may follow at once after a late wake-up: those of a tenth of a second. */
    private static long catchUp(Rate rate) {
        return Math.max(1, rate.perSecond() / 10);
    }
}
