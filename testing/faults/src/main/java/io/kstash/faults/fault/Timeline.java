package io.kstash.faults.fault;

import io.kstash.faults.fault.Schedule.Strike;
import io.kstash.faults.flow.Flow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Lets a schedule happen to a flow. For one thread. */
public final class Timeline {
    private final Flow flow;
    private final Consumer<String> log;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(Comparator.comparing(Pending::at));
    private final Map<String, Integer> struck = new TreeMap<>();
    private final long startNanos = System.nanoTime();

    /** @param log is told what happens, with times */
    public Timeline(Flow flow, Consumer<String> log) {
        this.flow = flow;
        this.log = log;
    }

    /** Returns when all faults are over. */
    public void run(List<Strike> strikes) throws InterruptedException {
        strikes.forEach(strike -> pending.add(new Pending(strike.at(), () -> strike(strike))));
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            Duration left = next.at().minus(elapsed());
            if (!left.isNegative()) {
                flow.pass(left);
            }
            next.action().run();
        }
    }

    private void strike(Strike strike) throws InterruptedException {
        Fault fault = strike.fault();
        Optional<Recovery> recovery = fault.strike(flow);
        if (recovery.isEmpty()) {
            log("nothing to strike for " + fault.text());
            return;
        }
        log(fault.text());
        struck.merge(fault.kind(), 1, Integer::sum);
        if (recovery.get() != Recovery.NONE) {
            pending.add(new Pending(elapsed().plus(fault.length()), () -> {
                log("over: " + fault.text());
                recovery.get().recover();
            }));
        }
    }

    /** How often each kind of fault found something to strike. */
    public Map<String, Integer> struck() {
        return new TreeMap<>(struck);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private void log(String text) {
        log.accept("%6.1f s  %s".formatted(elapsed().toMillis() / 1e3, text));
    }

    /** What is to happen at a time after the start. */
    private record Pending(Duration at, Action action) {}

    /** Something that happens. */
    @FunctionalInterface
    private interface Action {
        void run() throws InterruptedException;
    }
}
