package io.kstash.benchmarks.measure;

import java.util.Locale;

/** What is measured of a case, in units of one: records, seconds, bytes. */
public enum Figure {
    RATE("1,000 records/s", 1e-3, "%,.0f"),
    /** Of the case's own process, in seconds for a million records. */
    CLIENT_CPU("CPU s/million", 1, "%.2f"),
    /** Of Kafka for this case, in seconds for a million records. */
    BROKER_CPU("Kafka's CPU s/million", 1, "%.2f"),
    PER_CPU_SECOND("records/CPU s", 1, "%,.0f"),
    /** Resident, in bytes. */
    PEAK_MEMORY("peak memory MB", 1.0 / (1024 * 1024), "%,.0f"),
    /** From the start of the process, in seconds. */
    FIRST_RECORD("first record s", 1, "%.1f"),
    /** From the time at which a record was due to be sent until it was read behind the case, in seconds. */
    LATENCY_P50("p50 ms", 1e3, "%.0f"),
    LATENCY_P99("p99 ms", 1e3, "%.0f"),
    /** The share of the machine's CPU time that went to processes which are no part of the benchmark, or was stolen. */
    FOREIGN_CPU("CPU of others %", 1e2, "%.0f");

    private final String title;
    private final double scale;
    private final String format;

    Figure(String title, double scale, String format) {
        this.title = title;
        this.scale = scale;
        this.format = format;
    }

    /** For the head of a column; names the unit in which {@link #format} gives it. */
    public String title() {
        return title;
    }

    /** A value as text, without its unit. */
    public String format(double value) {
        return String.format(Locale.ROOT, format, value * scale);
    }
}
