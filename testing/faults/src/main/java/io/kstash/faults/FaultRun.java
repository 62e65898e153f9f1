package io.kstash.faults;

import io.kstash.app.ExitCode;
import io.kstash.app.StopSignal;
import io.kstash.faults.fault.Schedule;
import io.kstash.faults.fault.Timeline;
import io.kstash.faults.flow.Flow;
import io.kstash.faults.flow.FlowPlan;
import io.kstash.faults.flow.StuckException;
import io.kstash.faults.verdict.OwnCount;
import io.kstash.faults.verdict.Verdict;
import io.kstash.up.ChildProcess;
import io.kstash.up.Launchers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One run: a flow, the faults of a seed, and the count of what came of it. */
final class FaultRun {
    /** How long the producers send, and faults begin. */
    static final Duration LENGTH = Duration.ofSeconds(30);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final long seed;
    private final Schedule schedule;
    private final FlowPlan plan;
    private final List<String> problems = new ArrayList<>();
    private final Instant start = Instant.now();
    private Map<String, Integer> struck = Map.of();
    private OwnCount count = new OwnCount(0, 0, Verdict.CLEAN);
    private boolean audited;
    private Duration stopTook = Duration.ZERO;

    /** @param folder takes all that the run writes; created */
    FaultRun(long seed, long records, Path folder) {
        this.seed = seed;
        this.schedule = Schedule.draw(seed, LENGTH);
        this.plan = new FlowPlan(
                folder, records, LENGTH, schedule.producers(), schedule.partitions(), schedule.instances(), seed);
    }

    /** Returns when it is over, however it went. */
    RunResult run(Launchers launchers, StopSignal stop) throws InterruptedException, IOException {
        try (Flow flow = Flow.prepare(plan, launchers, stop)) {
            try {
                flow.start();
                strike(flow);
                flow.awaitDelivered();
            } catch (StuckException stuck) {
                problems.add(stuck.getMessage());
            }
            finish(flow);
            if (!result().passed()) {
                flow.account().forEach(this::log);
                flow.disk().copyTo(plan.folder().resolve("files"));
            }
        }
        return result();
    }

    private void strike(Flow flow) throws InterruptedException {
        Timeline timeline = new Timeline(flow, this::log);
        timeline.run(schedule.strikes());
        struck = timeline.struck();
    }

    private void finish(Flow flow) throws InterruptedException, IOException {
        stopTook = flow.stopTransformers();
        if (stopTook.compareTo(STOP_LIMIT) > 0) {
            problems.add("The clean stop took " + stopTook.toMillis() + " ms");
        }
        flow.consumer().stop();
        problems.addAll(flow.incidents());
        if (flow.broker().isWanted()) {
            count(flow);
        }
        problems.forEach(this::log);
    }

    private void count(Flow flow) throws InterruptedException, IOException {
        try {
            count = OwnCount.of(flow);
            count.verdict().findings().forEach(this::log);
            audit(flow);
        } catch (StuckException stuck) {
            problems.add(stuck.getMessage());
        }
    }

    private void audit(Flow flow) throws InterruptedException, StuckException {
        ChildProcess audit = flow.audit();
        audited = audit.exitCode() == ExitCode.OK;
        if (!audited) {
            problems.add("consumer audit ended with exit code " + audit.exitCode() + "; see " + audit.log());
            audit.lastPrinted().forEach(this::log);
        }
    }

    private void log(String text) {
        try {
            Files.writeString(schedule(), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened when, and what was found. */
    Path schedule() {
        return plan.folder().resolve("what-happened.txt");
    }

    private RunResult result() {
        Verdict verdict = count.verdict();
        return new RunResult(
                start.truncatedTo(ChronoUnit.SECONDS).toString(),
                seed,
                count.records(),
                struck,
                schedule.instances(),
                verdict.lost(),
                verdict.doubled(),
                verdict.outOfOrder(),
                verdict.foreign(),
                count.deadLetters(),
                stopTook.toMillis(),
                Duration.between(start, Instant.now()).toSeconds(),
                audited,
                problem());
    }

    /** The rest is in {@link #schedule}. */
    private String problem() {
        String more = problems.size() > 1 ? ", and " + (problems.size() - 1) + " more" : "";
        return problems.isEmpty() ? "" : problems.get(0) + more;
    }
}
