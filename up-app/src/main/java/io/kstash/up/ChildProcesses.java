package io.kstash.up;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The processes that this one started and has to end. Thread-safe. */
final class ChildProcesses {
    private final List<ChildProcess> running = new ArrayList<>();

    synchronized ChildProcess add(ChildProcess child) {
        running.add(child);
        return child;
    }

    /** One of these apps that has ended by itself. */
    Optional<ChildProcess> firstEnded(String... apps) {
        return ofApps(List.of(apps)).stream().filter(child -> !child.isAlive()).findFirst();
    }

    /** Stops those of these apps that run, at the same time; returns when they have ended. */
    void stop(Duration limit, String... apps) throws InterruptedException {
        List<ChildProcess> chosen = ofApps(List.of(apps));
        chosen.forEach(ChildProcess::askToStop);
        for (ChildProcess child : chosen) {
            child.awaitEnd(limit);
            remove(child);
        }
    }

    private synchronized void remove(ChildProcess child) {
        running.remove(child);
    }

    private synchronized List<ChildProcess> ofApps(List<String> apps) {
        return running.stream().filter(child -> apps.contains(child.app())).toList();
    }

    /** Ends all of them at once; what they did not write yet is lost. */
    synchronized void killAll() {
        running.forEach(ChildProcess::kill);
    }
}
