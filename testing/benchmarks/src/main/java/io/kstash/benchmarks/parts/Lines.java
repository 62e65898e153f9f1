package io.kstash.benchmarks.parts;

import io.kstash.benchmarks.input.Input;

/** One line of an input, for what costs the same with each of them. */
final class Lines {
    private Lines() {}

    static String first(Input input) {
        return input.lines(1).findFirst().orElseThrow();
    }
}
