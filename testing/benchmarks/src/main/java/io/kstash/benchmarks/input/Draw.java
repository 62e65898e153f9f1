package io.kstash.benchmarks.input;

import java.util.List;
import java.util.SplittableRandom;

/** Draws one of several. */
final class Draw {
    private Draw() {}

    static <T> T from(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }
}
