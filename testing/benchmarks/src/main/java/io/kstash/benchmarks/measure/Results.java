package io.kstash.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All measurements of a run of the benchmarks. */
public record Results(List<Measurement> measurements) {
    public Results {
        measurements = List.copyOf(measurements);
    }

    /** Whether a case was measured at all. */
    public boolean has(String caseName) {
        return measurements.stream()
                .anyMatch(measurement -> measurement.caseName().equals(caseName));
    }

    /** One figure over all rounds; empty where it was not measured. */
    public Optional<Spread> spread(String caseName, Figure figure) {
        return Spread.of(measurements.stream()
                .filter(measurement -> measurement.caseName().equals(caseName))
                .flatMap(measurement -> measurement.figure(figure).stream().boxed())
                .toList());
    }

    /**
     * How two cases compare: in each round the figure of the first divided by that of the second, so that a machine that
     * gets slower between rounds does not count.
     */
    public Optional<Spread> ratio(String caseName, String other, Figure figure) {
        List<Double> ratios = new ArrayList<>();
        for (Measurement measurement : measurements) {
            OptionalDouble divisor = find(other, measurement.round(), figure);
            if (measurement.caseName().equals(caseName) && divisor.isPresent()) {
                measurement.figure(figure).ifPresent(value -> ratios.add(value / divisor.getAsDouble()));
            }
        }
        return Spread.of(ratios);
    }

    private OptionalDouble find(String caseName, int round, Figure figure) {
        return measurements.stream()
                .filter(candidate -> candidate.caseName().equals(caseName) && candidate.round() == round)
                .flatMapToDouble(candidate -> candidate.figure(figure).stream())
                .findFirst();
    }
}
