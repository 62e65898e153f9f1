package io.kstash.benchmarks.measure;

import io.kstash.app.FailedException;
import io.kstash.app.StopSignal;
import io.kstash.app.StoppedException;
import io.kstash.benchmarks.process.RunningProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Follows a process through records that are all there when it starts. */
public final class BacklogRun {
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(20);

    /** Nothing arrives for so long: either all has arrived, or something is wrong. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration GIVE_UP = Duration.ofSeconds(60);

    private final long records;
    private final long brokerPid;
    private final StopSignal stop;

    public BacklogRun(long records, long brokerPid, StopSignal stop) {
        this.records = records;
        this.brokerPid = brokerPid;
        this.stop = stop;
    }

    /**
     * Returns when each record has arrived once.
     *
     * @throws FailedException if that does not happen
     */
    public Map<Figure, Double> measure(RunningProcess process, Sink sink) throws InterruptedException {
        Sampler sampler = new Sampler(process, sink, brokerPid);
        List<Sample> samples = new ArrayList<>();
        samples.add(sampler.take());
        while (!isComplete(samples, sink)) {
            if (stop.await(BETWEEN_SAMPLES)) {
                throw new StoppedException();
            }
            samples.add(sampler.take());
        }
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        Window.secondHalf(samples, records).describe(figures);
        figures.put(Figure.PEAK_MEMORY, sampler.peakMemoryBytes());
        figures.put(Figure.FIRST_RECORD, firstArrival(samples).secondsSince(process.startNanos()));
        return figures;
    }

    private boolean isComplete(List<Sample> samples, Sink sink) throws InterruptedException {
        Sample last = samples.get(samples.size() - 1);
        Duration quiet = Duration.ofNanos(last.nanos() - lastChange(samples).nanos());
        if (quiet.compareTo(GIVE_UP) >= 0) {
            throw new FailedException(
                    "nothing has arrived for " + GIVE_UP.toSeconds() + " s, at " + last.progress() + " of the sink");
        }
        if (last.progress() == 0 || quiet.compareTo(QUIET) < 0) {
            return false;
        }
        long arrived = sink.count();
        if (arrived > records) {
            throw new FailedException(arrived + " records have arrived of " + records);
        }
        return arrived == records;
    }

    /** The first sample with the progress of the last. */
    private static Sample lastChange(List<Sample> samples) {
        int index = samples.size() - 1;
        long progress = samples.get(index).progress();
        while (index > 0 && samples.get(index - 1).progress() == progress) {
            index--;
        }
        return samples.get(index);
    }

    private static Sample firstArrival(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.progress() > 0)
                .findFirst()
                .orElseThrow();
    }
}
