package io.kstash.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long threads worked: what else the machine does is no fault of theirs. */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    /** Of a thread that lives; nothing of one that is dead. */
    static Duration of(Thread thread) {
        return Duration.ofNanos(Math.max(0, THREADS.getThreadCpuTime(thread.getId())));
    }

    /** What the work costs this thread. */
    static Duration of(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }
}
