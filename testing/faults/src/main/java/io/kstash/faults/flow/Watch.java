package io.kstash.faults.flow;

import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets time pass, and does meanwhile what a service manager does: it starts again what is to run and has ended. */
final class Watch {
    private static final Duration TICK = Duration.ofMillis(50);

    private final StopSignal stop;
    private final List<Member> members = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();

    /** @param stop ends all waiting with a {@link StoppedException} */
    Watch(StopSignal stop) {
        this.stop = stop;
    }

    void add(Member member) {
        members.add(member);
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /** Which apps ended that should not have, and how. */
    List<String> incidents() {
        return List.copyOf(incidents);
    }

    void pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        do {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (stop.await(left.compareTo(TICK) < 0 ? left : TICK)) {
                throw new StoppedException();
            }
            members.forEach(member -> member.supervise().ifPresent(incidents::add));
        } while (System.nanoTime() - end < 0);
    }

    /** Returns when it is so. */
    void await(String what, Duration limit, Condition condition) throws InterruptedException, StuckException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new StuckException(what + ": not within " + limit.toSeconds() + " s");
            }
            pass(TICK);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }
}
