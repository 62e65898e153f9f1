package io.kstash.benchmarks.report;

import io.kstash.benchmarks.measure.Figure;
import io.kstash.benchmarks.measure.Spread;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What stands in a table for several measurements of the same. */
final class Cell {
    private static final String NONE = "–";

    private Cell() {}

    static String of(Optional<Spread> spread, Figure figure) {
        return of(spread, figure::format);
    }

    static String ofRatio(Optional<Spread> ratio) {
        return of(ratio, value -> String.format(Locale.ROOT, "%.2f", value));
    }

    private static String of(Optional<Spread> spread, DoubleFunction<String> format) {
        return spread.map(values -> text(values, format)).orElse(NONE);
    }

    private static String text(Spread spread, DoubleFunction<String> format) {
        String median = format.apply(spread.median());
        return spread.lowest() == spread.highest()
                ? median
                : median + " (" + format.apply(spread.lowest()) + " to " + format.apply(spread.highest()) + ")";
    }
}
