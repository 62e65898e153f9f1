package io.kstash.benchmarks.cases;

/** When records come. */
public enum Load {
    /** All are there before the process starts: how fast is it? */
    BACKLOG,
    /** 1,000 a second: how late are they? */
    STEADY
}
