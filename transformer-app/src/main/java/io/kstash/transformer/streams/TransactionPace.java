package io.kstash.transformer.streams;

import java.time.Duration;

/**
 * Makes transactions short after Kafka aborted one that took too long, and longer again step by step. Kafka Streams works on as
 * many records before it thinks of a commit as it last had time for; where slow records follow quick ones, these are far too many,
 * and so they would be again after each abort. Thread-safe.
 */
final class TransactionPace {
    /** As long as there is no reason to be careful. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int ENOUGH = 512;
    private static final Duration SLOW = Duration.ofMillis(500);

    private int bundles = UNLIMITED;

    /** How many bundles the next poll may give, all of one partition; more with each poll between quick commits. */
    synchronized int next() {
        int allowed = bundles;
        bundles = allowed >= ENOUGH ? UNLIMITED : 2 * allowed;
        return allowed;
    }

    /** @param nanos that a transaction took */
    synchronized void committed(long nanos) {
        if (bundles != UNLIMITED && nanos >= SLOW.toNanos()) {
            bundles = 1;
        }
    }

    /** A transaction was given up after the time that Kafka allows. */
    synchronized void timedOut() {
        bundles = 1;
    }
}
