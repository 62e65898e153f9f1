package io.kstash.benchmarks.measure;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured in one run of a case.
 *
 * @param round from 1; all cases run once in each
 */
public record Measurement(String caseName, int round, Map<Figure, Double> figures) {
    public Measurement {
        figures = Map.copyOf(figures);
    }

    /** One figure, if it belongs to this case. */
    public OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
