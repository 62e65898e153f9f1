package io.kstash.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static final String STAT =
            "4711 (odd) name) S 1 4711 4711 0 -1 4194304 100 0 0 0 250 50 7 8 20 0 30 0 12345 1000 200";
    private static final String STATUS = "Name:\todd) name\nVmPeak:\t  9000 kB\nVmHWM:\t  2048 kB\n";

    @Test
    void readsCpuTimeAndPeakMemory() {
        // when
        Optional<ProcessUsage> usage = ProcessUsage.parse(STAT, STATUS);

        // then
        assertThat(usage).contains(new ProcessUsage(3.0, 2048 * 1024));
    }

    @Test
    void aProcessThatHasEndedUsesNothing() {
        assertThat(ProcessUsage.parse(STAT, "Name:\todd) name\nState:\tZ (zombie)\n"))
                .isEmpty();
    }

    @Test
    void thisProcessUsesSomething() {
        // when
        ProcessUsage usage = ProcessUsage.of(ProcessHandle.current().pid()).orElseThrow();

        // then
        assertThat(usage.cpuSeconds()).isPositive();
        assertThat(usage.peakMemoryBytes()).isPositive();
    }

    @Test
    void theMachineIsBusyWithAllButIdlenessWaitingAndWhatWasStolen() {
        // when
        MachineUsage usage = MachineUsage.of("cpu  100 20 30 9000 500 1 2 47 77 88");

        // then
        assertThat(usage).isEqualTo(new MachineUsage(1.53, 0.47));
    }
}
