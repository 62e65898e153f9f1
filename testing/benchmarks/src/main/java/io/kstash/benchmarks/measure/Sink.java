package io.kstash.benchmarks.measure;

/** Where the records of a case arrive. */
public interface Sink {
    /** How much has arrived, in a unit of its own that grows evenly with the records, such as bytes. Quick. */
    long progress() throws InterruptedException;

    /** How many records have arrived. Reads all of them. */
    long count() throws InterruptedException;
}
