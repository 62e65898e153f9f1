package io.kstash.benchmarks.input;

import java.time.Instant;
import java.util.SplittableRandom;

/** The flow's own events: small JSON objects, as {@code scripts/producer} sends them. */
final class ReadingLine implements LineFormat {
    private static final long START_MILLIS = 1_732_345_678_123L;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int HIGHEST_VALUE = 100;

    private final boolean processed;
    private final Padding padding;

    /**
     * A format.
     *
     * @param processed whether {@code readings.conf} has been at work on them
     */
    ReadingLine(boolean processed, Padding padding) {
        this.processed = processed;
        this.padding = padding;
    }

    @Override
    public String line(long index, SplittableRandom random) {
        long millis = START_MILLIS + index;
        StringBuilder line = new StringBuilder()
                .append("{\"producer_id\":")
                .append(index % 2)
                .append(",\"id\":")
                .append(index / 2)
                .append(",\"timestamp\":")
                .append(processed ? Double.toString(millis / (double) MILLIS_PER_SECOND) : seconds(millis))
                .append(",\"value\":")
                .append(random.nextInt(1, HIGHEST_VALUE + 1));
        padding.append(line, random);
        if (processed) {
            line.append(",\"@version\":\"1\",\"@timestamp\":\"")
                    .append(Instant.ofEpochMilli(millis))
                    .append("\",\"processed_by\":\"logstash\"");
        }
        return line.append('}').toString();
    }

    private static String seconds(long millis) {
        return millis / MILLIS_PER_SECOND
                + "."
                + Long.toString(MILLIS_PER_SECOND + millis % MILLIS_PER_SECOND).substring(1);
    }
}
