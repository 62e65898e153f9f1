package io.kstash.faults.flow;

import io.kstash.app.ExitCode;
import io.kstash.up.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One app of the flow, as an operator sees it: it is to run or not, and each of its starts is a process of its own. For one
 * thread.
 */
public final class Member {
    /** How the system ends a process that does not answer SIGTERM itself: 128 and the signal's number. */
    static final int ENDED_BY_SIGTERM = 143;

    private static final int LINES_OF_ACCOUNT = 4;

    /** More than any app takes that ends at all. */
    private static final Duration END_LIMIT = Duration.ofSeconds(60);

    private final String name;
    private final Set<Integer> toleratedEnds;
    private final IntFunction<ChildProcess> launcher;
    private final List<ChildProcess> starts = new ArrayList<>();
    private boolean wanted;
    private boolean toldToEnd;
    private @Nullable ChildProcess process;
    private @Nullable Sleep sleep;

    /**
     * A member that does not run yet.
     *
     * @param launcher starts the process, given how often there was one before
     * @param toleratedEnds exit codes that are no finding
     */
    Member(String name, Set<Integer> toleratedEnds, IntFunction<ChildProcess> launcher) {
        this.name = name;
        this.toleratedEnds = toleratedEnds;
        this.launcher = launcher;
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /** Wants it to run, which it will in a moment: one that still ends is started again when it has ended. */
    public void start() {
        wanted = true;
    }

    /** Kills it with -9, and returns when it is gone. */
    public void kill() throws InterruptedException {
        wanted = false;
        thaw();
        ChildProcess running = process;
        if (running != null) {
            running.kill();
            running.awaitEnd(END_LIMIT);
            process = null;
            toldToEnd = false;
        }
    }

    /** Asks it to end, with SIGTERM, and does not wait. */
    public void terminate() {
        wanted = false;
        if (process != null) {
            toldToEnd = true;
            process.askToStop();
        }
    }

    /**
     * Asks it to end, and waits.
     *
     * @return how long that took
     */
    public Duration stop() throws InterruptedException {
        long start = System.nanoTime();
        terminate();
        if (process != null) {
            process.awaitEnd(END_LIMIT);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Lets it sleep, with SIGSTOP, in the middle of whatever it does; not beyond the life of this process. */
    public void freeze() {
        thaw();
        if (process != null && process.isAlive()) {
            sleep = Sleep.of(process.pid());
        }
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        if (sleep != null) {
            sleep.end();
            sleep = null;
        }
    }

    /** Whether it is to run. */
    public boolean isWanted() {
        return wanted;
    }

    /** Whether it does not run and shall not. */
    boolean isOver() {
        return !wanted && process == null;
    }

    /** What all processes of this member printed, in the order of their starts. */
    public List<ChildProcess> starts() {
        return List.copyOf(starts);
    }

    /**
     * Starts it if it is to run and does not.
     *
     * @return how it ended, if it did so since the last call and ought not to have, or not so
     */
    Optional<String> supervise() {
        Optional<String> ended = noticeEnd();
        if (wanted && process == null) {
            process = launcher.apply(starts.size());
            starts.add(process);
        }
        return ended;
    }

    private Optional<String> noticeEnd() {
        ChildProcess former = process;
        if (former == null || former.isAlive()) {
            return Optional.empty();
        }
        boolean told = toldToEnd;
        process = null;
        toldToEnd = false;
        if (former.exitCode() == ExitCode.OK && !told) {
            wanted = false; // It has done all that it had to do.
        }
        return isTolerated(former, told)
                ? Optional.empty()
                : Optional.of("%s %s with exit code %d: %s; see %s"
                        .formatted(
                                name,
                                told ? "was asked to end and did so" : "ended by itself",
                                former.exitCode(),
                                lastLine(former),
                                former.log()));
    }

    /**
     * A SIGTERM that reaches a process before its program runs is a kill, as for any program: nobody is there to answer it.
     * Nothing may be lost by that, but its exit code is the system's.
     */
    private boolean isTolerated(ChildProcess ended, boolean told) {
        boolean unanswered =
                ended.exitCode() == ENDED_BY_SIGTERM && ended.lastPrinted().isEmpty();
        return toleratedEnds.contains(ended.exitCode()) || (told && unanswered);
    }

    private static String lastLine(ChildProcess ended) {
        List<String> printed = ended.lastPrinted();
        return printed.isEmpty() ? "it said nothing" : printed.get(printed.size() - 1);
    }

    /** For who looks for a cause: how each start ended, where its log is, and what is last in it. */
    List<String> account() {
        List<String> account = new ArrayList<>();
        for (ChildProcess start : starts) {
            account.add("%s, process %d, %s; see %s"
                    .formatted(
                            name,
                            start.pid(),
                            start.isAlive() ? "runs" : "exit code " + start.exitCode(),
                            start.log()));
            List<String> printed = start.lastPrinted();
            printed.subList(Math.max(0, printed.size() - LINES_OF_ACCOUNT), printed.size())
                    .forEach(line -> account.add("    " + line));
        }
        return account;
    }
}
