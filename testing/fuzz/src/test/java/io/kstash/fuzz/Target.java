package io.kstash.fuzz;

import java.util.Random;

/** A part of kstash that has to stand whatever it is given. */
interface Target {
    String name();

    /** Something to try, made at random. */
    Attempt attempt(Random random);

    /**
     * Something to try.
     *
     * @param input for a person who wants to see it again
     * @param work throws if kstash does not stand it
     */
    record Attempt(String input, Runnable work) {}
}
