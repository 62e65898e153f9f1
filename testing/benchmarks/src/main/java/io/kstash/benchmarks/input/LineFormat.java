package io.kstash.benchmarks.input;

import java.util.SplittableRandom;

/** Writes the lines of an input, one at a time. */
@FunctionalInterface
interface LineFormat {
    /**
     * One line, without its end.
     *
     * @param index of the line, from 0
     * @param random what differs between lines is drawn from it
     */
    String line(long index, SplittableRandom random);
}
