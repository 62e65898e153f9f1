package io.kstash.up;

import io.kstash.app.StatusLine;
import io.kstash.app.StopSignal;
import java.time.Duration;

/** Watches a run until all of it has arrived, or it is clear that it will not. For one thread. */
final class RunWatch {
    private static final Duration TICK = Duration.ofMillis(200);

    /** How long nothing may move, once the producers have ended. */
    private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

    /** The same, after Ctrl-C: a person waits. */
    private static final Duration STOPPING_LIMIT = Duration.ofSeconds(5);

    private final FlowPlan plan;
    private final FlowApps apps;
    private final StopSignal stop;
    private final StatusLine status;
    private final VerdictCounter counter;
    private final ChildProcess producer;
    private boolean producing = true;

    RunWatch(
            FlowPlan plan,
            FlowApps apps,
            StopSignal stop,
            StatusLine status,
            VerdictCounter counter,
            ChildProcess producer) {
        this.plan = plan;
        this.apps = apps;
        this.stop = stop;
        this.status = status;
        this.counter = counter;
        this.producer = producer;
    }

    /** Returns when everything was delivered, or nothing moves any more. */
    Verdict await() throws InterruptedException {
        Counts counts = counter.count(TICK);
        long movedNanos = System.nanoTime();
        while (producing || !isComplete(counts)) {
            noticeEndOfProducers();
            apps.requireAlive();
            Counts next = counter.count(TICK);
            if (producing || !next.equals(counts)) {
                movedNanos = System.nanoTime();
            }
            counts = next;
            status.show(progress(counts));
            if (System.nanoTime() - movedNanos > limit().toNanos()) {
                break;
            }
        }
        status.clear();
        return new Verdict(asked(counts), counts);
    }

    private void noticeEndOfProducers() throws InterruptedException {
        if (producing && stop.isRequested()) {
            status.message("Stopping: the producers end, what they sent is still delivered");
            apps.stopProducer();
            producing = false;
        } else if (producing && !producer.isAlive()) {
            if (producer.exitCode() != 0) {
                status.message(FlowApps.lastWords(producer));
            }
            producing = false;
        }
    }

    private boolean isComplete(Counts counts) {
        return counts.sent() == asked(counts) && counts.agree();
    }

    /** A run that is stopped, or has no end by itself, should deliver what was sent until then. */
    private long asked(Counts counts) {
        return stop.isRequested() || plan.asked() == 0 ? counts.sent() : plan.asked();
    }

    private Duration limit() {
        return stop.isRequested() ? STOPPING_LIMIT : STALL_LIMIT;
    }

    private String progress(Counts counts) {
        StringBuilder text = new StringBuilder("sent " + counts.sent());
        text.append(plan.asked() == 0 ? "" : " of " + plan.asked());
        counts.transformed()
                .values()
                .forEach(found -> text.append(", transformed ").append(found));
        counts.written().values().forEach(found -> text.append(", written ").append(found));
        counts.consumed()
                .forEach((group, found) -> text.append(", consumed ")
                        .append(found)
                        .append(" (")
                        .append(group)
                        .append(')'));
        return text.toString();
    }
}
