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
    private final ProgressCounter counter;
    private final ChildProcess producer;
    private boolean producing = true;

    RunWatch(
            FlowPlan plan,
            FlowApps apps,
            StopSignal stop,
            StatusLine status,
            ProgressCounter counter,
            ChildProcess producer) {
        this.plan = plan;
        this.apps = apps;
        this.stop = stop;
        this.status = status;
        this.counter = counter;
        this.producer = producer;
    }

    /** Returns when everything was delivered, or nothing moves any more. */
    Progress await() throws InterruptedException {
        Progress progress = counter.count(TICK);
        long movedNanos = System.nanoTime();
        while (producing || !isComplete(progress)) {
            noticeEndOfProducers();
            apps.requireAlive();
            Progress next = counter.count(TICK);
            if (producing || !next.equals(progress)) {
                movedNanos = System.nanoTime();
            }
            progress = next;
            status.show(text(progress));
            if (System.nanoTime() - movedNanos > limit().toNanos()) {
                break;
            }
        }
        status.clear();
        return progress;
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

    private boolean isComplete(Progress progress) {
        return progress.sent() == asked(progress) && progress.isSettled();
    }

    /** A run that is stopped, or has no end by itself, should deliver what was sent until then. */
    long asked(Progress progress) {
        return stop.isRequested() || plan.asked() == 0 ? progress.sent() : plan.asked();
    }

    private Duration limit() {
        return stop.isRequested() ? STOPPING_LIMIT : STALL_LIMIT;
    }

    private String text(Progress progress) {
        StringBuilder text = new StringBuilder("sent " + progress.sent());
        text.append(plan.asked() == 0 ? "" : " of " + plan.asked());
        progress.done()
                .forEach((group, done) -> text.append(", consumed ")
                        .append(done)
                        .append(" (")
                        .append(group)
                        .append(')'));
        return text.append(progress.delivered() ? "" : ", delivering").toString();
    }
}
