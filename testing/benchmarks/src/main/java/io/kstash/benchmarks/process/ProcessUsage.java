package io.kstash.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process has used so far: Linux tells it in {@code /proc}.
 *
 * @param cpuSeconds of all its threads, those that have ended included
 * @param peakMemoryBytes the most that was resident at any time
 */
public record ProcessUsage(double cpuSeconds, long peakMemoryBytes) {
    /** {@code USER_HZ}, in which the kernel tells CPU time, whatever it counts in. */
    static final double TICKS_PER_SECOND = 100;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final String PEAK_MEMORY = "VmHWM:";
    private static final long BYTES_PER_KILOBYTE = 1024;

    /** Up to this moment; empty for a process that has ended. */
    public static Optional<ProcessUsage> of(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        try {
            return parse(Files.readString(folder.resolve("stat")), Files.readString(folder.resolve("status")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /**
     * Reads what the kernel writes.
     *
     * @param stat {@code proc_pid_stat(5)}; the second field is a name in parentheses that can hold anything
     * @param status {@code proc_pid_status(5)}; a process that has ended but was not waited for has no memory
     */
    static Optional<ProcessUsage> parse(String stat, String status) {
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        long ticks = Long.parseLong(fields.get(USER_TICKS)) + Long.parseLong(fields.get(SYSTEM_TICKS));
        return status.lines()
                .filter(line -> line.startsWith(PEAK_MEMORY))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * BYTES_PER_KILOBYTE)
                .map(peak -> new ProcessUsage(ticks / TICKS_PER_SECOND, peak));
    }
}
