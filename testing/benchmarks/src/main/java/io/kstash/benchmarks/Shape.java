package io.kstash.benchmarks;

import io.kstash.app.UsageException;
import picocli.CommandLine.Option;

/** In what form the records come, as a picocli mixin. */
final class Shape {
    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1",
            description = "Partitions of each topic. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that kstash takes for them. Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(
            names = "--record-bytes",
            paramLabel = "N",
            defaultValue = "0",
            description = "Size of the readings in topics, which get a text more. Default: 76, without one.")
    private int recordBytes;

    void validate() {
        UsageException.unless(partitions >= 1, "--partitions " + partitions + ": give at least 1");
        UsageException.unless(threads >= 1, "--threads " + threads + ": give at least 1");
        UsageException.unless(recordBytes >= 0, "--record-bytes " + recordBytes + ": give at least 1");
    }

    /** What differs from one partition, one thread and short records; begins with a comma, or is empty. */
    String describe() {
        return (partitions == 1 ? "" : ", " + partitions + " partitions")
                + (threads == 1 ? "" : ", " + threads + " threads")
                + (recordBytes == 0 ? "" : ", readings of " + recordBytes + " bytes");
    }

    int partitions() {
        return partitions;
    }

    int threads() {
        return threads;
    }

    int recordBytes() {
        return recordBytes;
    }
}
