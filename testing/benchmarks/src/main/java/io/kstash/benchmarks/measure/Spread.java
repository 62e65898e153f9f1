package io.kstash.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Several measurements of the same. */
public record Spread(double lowest, double median, double highest) {
    /** Empty where there are no values. */
    public static Optional<Spread> of(Collection<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return Optional.of(new Spread(sorted[0], median, sorted[sorted.length - 1]));
    }
}
