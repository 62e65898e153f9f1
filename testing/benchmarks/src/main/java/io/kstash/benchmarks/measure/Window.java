package io.kstash.benchmarks.measure;

import java.util.List;
import java.util.Map;

/**
 * The part of a run that counts.
 *
 * @param records that arrived between the two samples
 */
record Window(Sample from, Sample to, double records) {
    private static final double MILLION = 1e6;

    /**
     * From the moment at which half of the records had arrived to that at which all had. The first half warms up: caches,
     * connections, the compiler.
     *
     * @param samples of a run at whose end all records have arrived
     */
    static Window secondHalf(List<Sample> samples, long records) {
        long end = samples.get(samples.size() - 1).progress();
        Sample from = samples.get(0);
        for (Sample sample : samples) {
            if (sample.progress() == end) {
                double share = (end - from.progress()) / (double) end;
                return new Window(from, sample, share * records);
            }
            if (sample.progress() <= end / 2) {
                from = sample;
            }
        }
        throw new IllegalArgumentException("The last sample has arrived at the end");
    }

    double seconds() {
        return to.secondsSince(from.nanos());
    }

    void describe(Map<Figure, Double> figures) {
        double clientCpu = to.clientCpu() - from.clientCpu();
        figures.put(Figure.RATE, records / seconds());
        figures.put(Figure.CLIENT_CPU, clientCpu / records * MILLION);
        figures.put(Figure.BROKER_CPU, (to.brokerCpu() - from.brokerCpu()) / records * MILLION);
        figures.put(Figure.PER_CPU_SECOND, records / clientCpu);
        figures.put(Figure.FOREIGN_CPU, foreignShare());
    }

    /** What the machine did for none of the processes of the benchmark, or could not do, of all that it can do. */
    double foreignShare() {
        double own = to.clientCpu()
                - from.clientCpu()
                + to.brokerCpu()
                - from.brokerCpu()
                + to.observerCpu()
                - from.observerCpu();
        double busy = to.machine().busySeconds() - from.machine().busySeconds();
        double stolen = to.machine().stolenSeconds() - from.machine().stolenSeconds();
        double all = seconds() * Runtime.getRuntime().availableProcessors();
        return Math.max(0, busy - own + stolen) / all;
    }
}
