package io.kstash.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * CPU time of the whole machine since its start, in seconds over all cores.
 *
 * @param busySeconds spent on work, of whatever process or of the kernel itself
 * @param stolenSeconds that another virtual machine had while this one had work
 */
public record MachineUsage(double busySeconds, double stolenSeconds) {
    private static final Path STAT = Path.of("/proc/stat");
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /** Guests' time comes after it, and is in the user's already. */
    private static final int KINDS = 8;

    /** Whether this machine tells it. */
    public static boolean isKnown() {
        return Files.isReadable(STAT);
    }

    /** Up to this moment. */
    public static MachineUsage now() {
        try (var lines = Files.lines(STAT)) {
            return of(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param line the first of {@code proc_stat(5)} */
    static MachineUsage of(String line) {
        long[] ticks = Arrays.stream(line.substring("cpu".length()).strip().split(" +"))
                .limit(KINDS)
                .mapToLong(Long::parseLong)
                .toArray();
        long unused = ticks[IDLE] + ticks[WAITING] + ticks[STOLEN];
        return new MachineUsage(
                (Arrays.stream(ticks).sum() - unused) / ProcessUsage.TICKS_PER_SECOND,
                ticks[STOLEN] / ProcessUsage.TICKS_PER_SECOND);
    }
}
