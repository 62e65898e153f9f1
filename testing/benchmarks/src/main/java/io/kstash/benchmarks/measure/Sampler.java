package io.kstash.benchmarks.measure;

import io.kstash.benchmarks.process.MachineUsage;
import io.kstash.benchmarks.process.ProcessUsage;
import io.kstash.benchmarks.process.RunningProcess;

/** Looks at a case from outside. For one thread. */
final class Sampler {
    private final RunningProcess process;
    private final Sink sink;
    private final long brokerPid;
    private ProcessUsage client = new ProcessUsage(0, 0);

    Sampler(RunningProcess process, Sink sink, long brokerPid) {
        this.process = process;
        this.sink = sink;
        this.brokerPid = brokerPid;
    }

    /**
     * Looks. Of a process that has ended well it tells what it had used a moment before.
     *
     * @throws io.kstash.app.FailedException if the process has failed
     */
    Sample take() throws InterruptedException {
        process.requireNotFailed();
        long progress = sink.progress();
        client = ProcessUsage.of(process.pid()).orElse(client);
        return new Sample(
                System.nanoTime(),
                progress,
                client.cpuSeconds(),
                cpuSeconds(brokerPid),
                cpuSeconds(ProcessHandle.current().pid()),
                MachineUsage.now());
    }

    /** The most memory that the process had in use, in bytes. */
    double peakMemoryBytes() {
        return client.peakMemoryBytes();
    }

    private static double cpuSeconds(long pid) {
        return ProcessUsage.of(pid)
                .map(ProcessUsage::cpuSeconds)
                .orElseThrow(() -> new IllegalStateException("Kafka has ended"));
    }
}
