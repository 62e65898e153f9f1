package io.kstash.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Tries one target after the other, and collects what they do not stand: an exception, an error, or no end. */
final class Fuzzer {
    /** Of CPU time: above the time limit that an event has, for each of a case's events. */
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** For one that waits instead of working. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final long STACK_BYTES = 1 << 20; // What a thread has by default.

    private final List<Target> targets;
    private final Random random;
    private final Duration limit;
    private final Consumer<String> report;

    /**
     * A fuzzer.
     *
     * @param limit how much CPU time an attempt may take
     * @param report is told each finding with its input
     */
    Fuzzer(List<Target> targets, long seed, Duration limit, Consumer<String> report) {
        this.targets = List.copyOf(targets);
        this.random = new Random(seed);
        this.limit = limit;
        this.report = report;
    }

    /** Goes on while it may; answers how many attempts there were and how many findings. */
    Result run(BooleanSupplier goesOn) throws InterruptedException {
        List<String> findings = new ArrayList<>();
        long attempts = 0;
        while (goesOn.getAsBoolean()) {
            Target target = targets.get((int) (attempts++ % targets.size()));
            long seed = random.nextLong();
            Target.Attempt attempt = target.attempt(new Random(seed));
            String outcome = outcome(attempt.work());
            if (!outcome.isEmpty()) {
                findings.add(outcome);
                report.accept(target.name() + ": " + outcome + "\n" + attempt.input());
            }
        }
        return new Result(attempts, findings.size());
    }

    /** Empty where all is well. */
    private String outcome(Runnable work) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> complete(done, work), "attempt", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(done, thread) ? "" : "no end within " + limit.toMillis() + " ms of CPU time";
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            StackTraceElement[] trace = cause.getStackTrace();
            return cause + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }

    /** False where there is no end. */
    private boolean await(CompletableFuture<Void> done, Thread thread) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        while (CpuTime.of(thread).compareTo(limit) < 0 && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
            try {
                done.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException goesOn) {
                // Others may have the CPU.
            }
        }
        return false;
    }

    private static void complete(CompletableFuture<Void> done, Runnable work) {
        try {
            work.run();
            done.complete(null);
        } catch (Throwable failure) { // A stack that overflows is a finding as well.
            done.completeExceptionally(failure);
        }
    }

    /** How it went. */
    record Result(long attempts, int findings) {}
}
