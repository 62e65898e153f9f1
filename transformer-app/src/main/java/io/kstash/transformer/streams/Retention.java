package io.kstash.transformer.streams;

import java.time.Duration;

/**
 * How long Kafka keeps what a pipeline tells of its work: its dead letters, for example.
 *
 * @param time counted from when it was told, however old the record is that it tells of
 * @param explicit whether somebody asked for it: then topics that are there are changed, too
 */
public record Retention(Duration time, boolean explicit) {
    /** Of topics that are created while nobody asks for another. */
    public static final Retention DEFAULT = new Retention(Duration.ofDays(30), false);

    private static final Duration MOST_OF_DELIVERED = Duration.ofDays(7);

    /** Of what was delivered: as long, but it is large, and needed by nobody but who looks for a line or lost its file. */
    Duration ofDelivered() {
        return time.compareTo(MOST_OF_DELIVERED) < 0 ? time : MOST_OF_DELIVERED;
    }

    /** As Kafka has it. */
    String milliseconds() {
        return Long.toString(time.toMillis());
    }
}
