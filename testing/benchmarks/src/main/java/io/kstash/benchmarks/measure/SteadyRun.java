package io.kstash.benchmarks.measure;

import io.kstash.app.FailedException;
import io.kstash.app.StopSignal;
import io.kstash.benchmarks.input.Input;
import io.kstash.benchmarks.kafka.TunedClients;
import io.kstash.benchmarks.process.RunningProcess;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;

/** Sends a record each millisecond and takes the time until it can be read behind a process. */
public final class SteadyRun {
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final double MEDIAN = 50;
    private static final double TAIL = 99;

    private final String inputTopic;
    private final Input input;
    private final long brokerPid;
    private final StopSignal stop;

    /**
     * A run.
     *
     * @param inputTopic from which the process reads; it is empty
     * @param input the lines that are sent
     */
    public SteadyRun(String inputTopic, Input input, long brokerPid, StopSignal stop) {
        this.inputTopic = inputTopic;
        this.input = input;
        this.brokerPid = brokerPid;
        this.stop = stop;
    }

    /**
     * Returns when each record of the measured time has arrived once.
     *
     * @param process keeps the timestamps of records
     * @throws FailedException if that does not happen
     */
    @SuppressWarnings("try") // The load is there as long as it is open.
    public Map<Figure, Double> measure(RunningProcess process, TopicSink sink) throws InterruptedException {
        String bootstrapServers = sink.topics().bootstrapServers();
        try (SteadyProducer load = SteadyProducer.start(bootstrapServers, inputTopic, input);
                Consumer<byte[], byte[]> consumer = TunedClients.consumer(bootstrapServers, sink.topic())) {
            Arrivals arrivals = new Arrivals(consumer, process, stop);
            arrivals.awaitFirst();
            return measure(process, arrivals, new Sampler(process, sink, brokerPid));
        }
    }

    private static Map<Figure, Double> measure(RunningProcess process, Arrivals arrivals, Sampler sampler)
            throws InterruptedException {
        Sample first = sampler.take();
        long from = System.currentTimeMillis() + WARM_UP.toMillis();
        Histogram latencies = arrivals.latencies(from, from + MEASURED.toMillis());
        requireEachOnce(latencies);
        Window window = new Window(first, sampler.take(), latencies.getTotalCount());
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.LATENCY_P50, seconds(latencies.getValueAtPercentile(MEDIAN)));
        figures.put(Figure.LATENCY_P99, seconds(latencies.getValueAtPercentile(TAIL)));
        figures.put(Figure.FIRST_RECORD, first.secondsSince(process.startNanos()));
        figures.put(Figure.PEAK_MEMORY, sampler.peakMemoryBytes());
        figures.put(Figure.FOREIGN_CPU, window.foreignShare());
        return figures;
    }

    private static void requireEachOnce(Histogram latencies) {
        long expected = MEASURED.toSeconds() * SteadyProducer.RATE;
        if (latencies.getTotalCount() != expected) {
            throw new FailedException(latencies.getTotalCount() + " records have arrived of " + expected);
        }
    }

    private static double seconds(long millis) {
        return millis / (double) TimeUnit.SECONDS.toMillis(1);
    }
}
