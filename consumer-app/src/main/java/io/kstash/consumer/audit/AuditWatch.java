package io.kstash.consumer.audit;

import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import java.time.Duration;
import java.time.Instant;

/**
 * Audits once, or again and again. Each audit reads all from the start: it believes nothing that an earlier one found, sees
 * what retention deletes meanwhile, and its memory is that of one. For one thread.
 */
record AuditWatch(Auditing audit, ReportOutput output) {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Does an audit. */
    @FunctionalInterface
    interface Auditing {
        AuditReport run() throws InterruptedException;
    }

    /** Answers whether every record is accounted for. */
    boolean once() throws InterruptedException {
        Instant start = Instant.now();
        AuditReport report = audit.run();
        output.print(report, start);
        return report.holds();
    }

    /** Goes on until it is stopped; answers what the last audit found that came to an end. */
    boolean repeat(StopSignal stop) throws InterruptedException {
        boolean holds = true;
        try {
            do {
                long start = System.nanoTime();
                holds = once();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                // A large topic should not be read all the time.
                stop.await(took.compareTo(PAUSE) > 0 ? took : PAUSE);
            } while (!stop.isRequested());
        } catch (StoppedException inTheMiddle) {
            // Then the one before was the last.
        }
        output.end();
        return holds;
    }
}
